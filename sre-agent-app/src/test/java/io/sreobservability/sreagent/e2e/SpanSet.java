package io.sreobservability.sreagent.e2e;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts and sums over spans, done in Java: what a query over the same spans must come to. */
record SpanSet(List<SpanData> spans) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final double NANOS = 1_000_000;
    private static final int DIGITS = 3;

    SpanSet where(Predicate<SpanData> condition) {
        return new SpanSet(spans.stream().filter(condition).toList());
    }

    SpanSet named(String regex) {
        return where(span -> span.getName().matches(regex));
    }

    SpanSet failed() {
        return where(SpanSet::isFailed);
    }

    /** Those that have an attribute. */
    SpanSet having(String key) {
        return where(span -> attribute(span, key) != null);
    }

    long count() {
        return spans.size();
    }

    long traces() {
        return spans.stream().map(SpanData::getTraceId).distinct().count();
    }

    double sumMs() {
        return spans.stream().mapToDouble(SpanSet::ms).sum();
    }

    double maxMs() {
        return spans.stream().mapToDouble(SpanSet::ms).max().orElseThrow();
    }

    double sum(String key) {
        return having(key).spans.stream()
                .mapToDouble(span -> Double.parseDouble(attribute(span, key)))
                .sum();
    }

    double average(ToDoubleFunction<SpanData> value) {
        return spans.stream().mapToDouble(value).average().orElseThrow();
    }

    /** The smallest duration that this share of the spans does not exceed. */
    double percentileMs(double percent) {
        List<Double> sorted = spans.stream().map(SpanSet::ms).sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
    }

    /** From the first start to the last end. */
    double elapsedMs() {
        long start =
                spans.stream().mapToLong(SpanData::getStartEpochNanos).min().orElseThrow();
        long end = spans.stream().mapToLong(SpanData::getEndEpochNanos).max().orElseThrow();
        return (end - start) / NANOS;
    }

    String firstTime() {
        return time(spans.stream().mapToLong(SpanData::getStartEpochNanos).min().orElseThrow());
    }

    String lastTime() {
        return time(spans.stream().mapToLong(SpanData::getStartEpochNanos).max().orElseThrow());
    }

    long distinct(String key) {
        return spans.stream()
                .map(span -> attribute(span, key))
                .filter(value -> value != null)
                .distinct()
                .count();
    }

    /** One row for each group of spans that have the same values in {@code key}. */
    List<Map<String, String>> rows(
            Function<SpanData, Map<String, String>> key, Function<SpanSet, Map<String, String>> values) {
        Map<Map<String, String>, List<SpanData>> groups =
                spans.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, String>> rows = new ArrayList<>();
        groups.forEach((group, members) -> {
            Map<String, String> row = new LinkedHashMap<>(group);
            row.putAll(values.apply(new SpanSet(members)));
            rows.add(row);
        });
        return rows;
    }

    /** One row for each span. */
    List<Map<String, String>> rows(Function<SpanData, Map<String, String>> values) {
        return spans.stream().map(values).toList();
    }

    /** Names and values in turn; what is null is not there. Numbers are rounded, as {@link #rounded} does. */
    static Map<String, String> row(@Nullable Object... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                row.put(String.valueOf(namesAndValues[i]), rounded(String.valueOf(namesAndValues[i + 1])));
            }
        }
        return row;
    }

    static List<Map<String, String>> rounded(Collection<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> copy = new LinkedHashMap<>(row);
                    copy.replaceAll((name, value) -> rounded(value));
                    return copy;
                })
                .toList();
    }

    private static String rounded(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")
                ? new BigDecimal(text)
                        .setScale(DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : text;
    }

    static double ms(SpanData span) {
        return (span.getEndEpochNanos() - span.getStartEpochNanos()) / NANOS;
    }

    static boolean isFailed(SpanData span) {
        return status(span).equals("ERROR");
    }

    static String status(SpanData span) {
        return span.getStatus().getStatusCode().name();
    }

    /** By the queries' own division, of doubles: nanoseconds since 1970 are up to 128 off in one, at times across a millisecond. */
    static String started(SpanData span) {
        return TIME.format(Instant.ofEpochMilli((long) (span.getStartEpochNanos() / NANOS)));
    }

    static String service(SpanData span) {
        return String.valueOf(span.getResource().getAttribute(AttributeKey.stringKey("service.name")));
    }

    /** Any attribute as text; null if the span has none of this name. */
    static @Nullable String attribute(SpanData span, String key) {
        return span.getAttributes().asMap().entrySet().stream()
                .filter(entry -> entry.getKey().getKey().equals(key))
                .map(entry -> String.valueOf(entry.getValue()))
                .findFirst()
                .orElse(null);
    }

    private static String time(long nanos) {
        return TIME.format(Instant.ofEpochMilli(nanos / (long) NANOS));
    }
}
