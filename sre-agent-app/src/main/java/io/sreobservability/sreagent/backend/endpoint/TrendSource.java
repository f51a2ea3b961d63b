package io.sreobservability.sreagent.backend.endpoint;

import io.sreobservability.sreagent.backend.data.DataFile;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The series a trend can be computed of; chosen by the first word that occurs in the metric's name. */
enum TrendSource {
    RESPONSE("response", DataFile.RESPONSE_TIMES, "response_time_ms"),
    ERROR("error", DataFile.ERROR_RATES, "error_rate"),
    THROUGHPUT("throughput", DataFile.THROUGHPUT, "requests_per_second"),
    CPU("cpu", DataFile.SERVICE_USAGE, "cpu_percent"),
    MEMORY("memory", DataFile.SERVICE_USAGE, "memory_percent");

    private final String word;
    private final DataFile file;
    private final String column;

    TrendSource(String word, DataFile file, String column) {
        this.word = word;
        this.file = file;
        this.column = column;
    }

    static Optional<TrendSource> ofMetric(String metricName) {
        String name = metricName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(source -> name.contains(source.word))
                .findFirst();
    }

    DataFile file() {
        return file;
    }

    String column() {
        return column;
    }
}
