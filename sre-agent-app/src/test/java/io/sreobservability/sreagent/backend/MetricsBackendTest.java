package io.sreobservability.sreagent.backend;

import static io.sreobservability.sreagent.backend.RunningBackend.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsBackendTest {
    private static RunningBackend backend;

    @BeforeAll
    static void start() throws IOException {
        backend = RunningBackend.of(ToolDomain.METRICS);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private static JsonNode metrics(String pathAndQuery) throws IOException, InterruptedException {
        return backend.get(pathAndQuery).body().path("metrics");
    }

    @Test
    void eachKindOfPerformanceMetricHasItsRows() throws Exception {
        JsonNode times = metrics("/metrics/performance?metric_type=response_time&service=web-service");
        assertThat(texts(times, "response_time_ms")).containsExactly("150", "1200", "2500", "3500", "5000");
        assertThat(texts(metrics("/metrics/performance?metric_type=throughput"), "requests_per_second"))
                .containsExactly("150", "120", "80", "50", "20");
        JsonNode cpu = metrics("/metrics/performance?metric_type=cpu_usage");
        assertThat(cpu.get(0))
                .hasToString("{\"timestamp\":\"2024-01-15T14:20:00Z\",\"service\":\"web-service\","
                        + "\"value\":25,\"unit\":\"percent\"}");
        assertThat(texts(metrics("/metrics/performance?metric_type=memory_usage"), "unit"))
                .containsOnly("MB");
        assertThat(metrics("/metrics/performance"))
                .allSatisfy(row -> assertThat(row.has("connection_pool")).isTrue());
    }

    @Test
    void performanceMetricsAreFilteredByTimeAndService() throws Exception {
        assertThat(texts(
                        metrics("/metrics/performance?metric_type=response_time&service=web-service"
                                + "&start_time=2024-01-15T14:22:00Z&end_time=2024-01-15T14:23:30Z"),
                        "response_time_ms"))
                .containsExactly("2500", "3500");
        assertThat(metrics("/metrics/performance?metric_type=response_time&service=auth-service"))
                .isEmpty();
    }

    @Test
    void errorRatesAreInPercentWithinTheWindow() throws Exception {
        JsonNode rates = backend.get("/metrics/errors?time_window=1h&service=web-service")
                .body()
                .path("error_rates");
        assertThat(texts(rates, "error_rate")).containsExactly("0.5", "5", "20", "50", "75");
        assertThat(backend.get("/metrics/errors").body().path("error_rates")).hasSize(11);
    }

    @Test
    void resourceMetricsAreNarrowedToOneResource() throws Exception {
        assertThat(metrics("/metrics/resources?resource_type=memory").get(4))
                .hasToString("{\"timestamp\":\"2024-01-15T14:24:00Z\",\"service\":\"web-service\","
                        + "\"memory_mb\":1024,\"memory_percent\":100}");
        assertThat(metrics("/metrics/resources?resource_type=cpu").get(0).has("threads"))
                .isTrue();
        assertThat(metrics("/metrics/resources?resource_type=disk").get(0)).hasSize(4);
        assertThat(metrics("/metrics/resources?resource_type=network").get(0)).hasSize(4);
        assertThat(metrics("/metrics/resources").get(0)).hasSizeGreaterThan(8);
        assertThat(metrics("/metrics/resources?service=database")).isEmpty();
    }

    @Test
    void availabilityKnowsLongerWindows() throws Exception {
        JsonNode rows = backend.get("/metrics/availability?service=database&time_window=30d")
                .body()
                .path("availability_metrics");
        assertThat(texts(rows, "availability_percentage")).containsOnly("0");
        assertThat(texts(rows, "downtime_duration_seconds")).containsExactly("18300", "18360", "18420");
    }

    @Test
    void trendsAreComputedFromTheSeriesThatChangedMost() throws Exception {
        JsonNode response =
                backend.get("/metrics/trends?metric_name=api_response_time").body();
        assertThat(response.path("trend").asText()).isEqualTo("increasing");
        assertThat(response.path("service").asText()).isEqualTo("web-service");
        assertThat(response.path("average_value").asDouble()).isEqualTo(2470);
        assertThat(response.path("standard_deviation").asDouble()).isEqualTo(1700.5);
        assertThat(texts(response.path("anomalies"), "value")).containsExactly("5000");
        assertThat(texts(
                        backend.get("/metrics/trends?metric_name=response&anomaly_threshold=40")
                                .body()
                                .path("anomalies"),
                        "deviation_percentage"))
                .as("in a rising series the low values were the normal ones")
                .containsExactly("41.7", "102.4");
    }

    @Test
    void trendsKnowEveryMetricAServiceAndSayWhenThereIsNoData() throws Exception {
        assertThat(trend("error_rate&service=web-service")).isEqualTo("increasing");
        assertThat(trend("cpu_usage")).isEqualTo("increasing");
        assertThat(trend("memory_usage")).isEqualTo("increasing");
        assertThat(trend("throughput")).isEqualTo("decreasing");
        assertThat(trend("error_rate&service=database")).isEqualTo("stable");
        assertThat(trend("cpu_usage&service=database")).isEqualTo("no_data");
        assertThat(trend("unheard_of")).isEqualTo("no_data");
    }

    private static String trend(String query) throws IOException, InterruptedException {
        return backend.get("/metrics/trends?metric_name=" + query)
                .body()
                .path("trend")
                .asText();
    }

    @Test
    void anotherFolderReplacesTheBuiltInData(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("metrics"));
        for (String file : new String[] {
            "dataset.json",
            "metrics/response_times.jsonl",
            "metrics/throughput.jsonl",
            "metrics/error_rates.jsonl",
            "metrics/resource_usage.jsonl",
            "metrics/availability.jsonl"
        }) {
            try (InputStream in = getClass().getResourceAsStream("/backend/" + file)) {
                String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                Files.writeString(
                        folder.resolve(file), text.replace("\"response_time_ms\": 5000", "\"response_time_ms\": 4321"));
            }
        }
        try (RunningBackend own =
                RunningBackend.of(ToolDomain.METRICS, OpenTelemetry.noop(), config -> config.withDataFolder(folder))) {
            assertThat(texts(
                            own.get("/metrics/performance?metric_type=response_time")
                                    .body()
                                    .path("metrics"),
                            "response_time_ms"))
                    .contains("4321")
                    .doesNotContain("5000");
        }
    }
}
