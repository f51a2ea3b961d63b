package io.sreobservability.sreagent.e2e;

import static io.sreobservability.sreagent.e2e.SpanSet.attribute;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.sreagent.e2e.InProcessSystem.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What each metric widget must show, from the spans of the runs: a metric's value is its span's duration. Points are named by
 * their label and the start of their period.
 */
record ExpectedSeries(List<Run> runs) {
    private static final int MINUTE = 60;
    private static final int FIVE_MINUTES = 300;

    /** A percentile that went through a histogram is within one of its buckets. */
    private static final double BUCKET = 0.1;

    private static final String TOOL = "tool\\.[a-z_]+";
    private static final String AGENT = "agent\\..*\\.execute|supervisor\\.investigate";

    /** The points of the widget with this title. */
    Map<String, Double> of(String title) {
        return switch (title) {
            case "Routing decisions by agent" -> routing();
            case "Errors in percent of calls" -> errorRates();
            case "Tool calls, p95" ->
                points(
                        MINUTE,
                        TOOL,
                        span -> attribute(span, "sre.tool_name") + " (" + attribute(span, "sre.agent_type") + ")",
                        group -> group.percentileMs(95));
            case "Memory retrieval by strategy" -> retrievals();
            case "Answered by the cache, percent" -> cache();
            case "Agents and whole investigations, p95" ->
                points(MINUTE, AGENT, span -> attribute(span, "sre.agent_type"), group -> group.percentileMs(95));
            case "Whole investigations by user, average" ->
                points(
                        MINUTE,
                        "supervisor\\.investigate",
                        span -> attribute(span, "sre.user_id"),
                        group -> group.average(SpanSet::ms));
            default -> throw new AssertionError("what must \"" + title + "\" show? Say it here");
        };
    }

    /** How far from the spans' own value a point may be, as a share of it. */
    static double tolerance(String title) {
        return title.contains("p95") || title.contains("retrieval") ? BUCKET : 1e-6;
    }

    private Map<String, Double> routing() {
        Map<String, Double> points = new TreeMap<>();
        byPeriod(FIVE_MINUTES).forEach((start, spans) -> {
            for (SpanData decision : spans.named("supervisor\\.route_decision").spans()) {
                for (String agent : String.valueOf(attribute(decision, "sre.agents_selected"))
                        .split(",", -1)) {
                    points.merge(agent + " " + start, 1.0, Double::sum);
                }
            }
        });
        return points;
    }

    private Map<String, Double> errorRates() {
        Map<String, Double> points = new TreeMap<>();
        Map<String, String> components = Map.of("agent", AGENT, "tool", TOOL, "memory", "memory\\..*");
        components.forEach((component, names) -> {
            boolean everFailed = runs.stream()
                    .anyMatch(run ->
                            new SpanSet(run.spans()).named(names).failed().count() > 0);
            if (everFailed) { // Without any error there is no metric to draw.
                points.putAll(points(
                        MINUTE,
                        names,
                        span -> component,
                        group -> 100.0 * group.failed().count() / group.count()));
            }
        });
        return points;
    }

    private Map<String, Double> retrievals() {
        Map<String, Double> points = new TreeMap<>();
        for (int percent : List.of(50, 95)) {
            points.putAll(points(
                    MINUTE,
                    "memory\\.retrieve",
                    span -> attribute(span, "memory.strategy") + " p" + percent,
                    group -> group.percentileMs(percent)));
        }
        return points;
    }

    private Map<String, Double> cache() {
        return points(
                MINUTE,
                "memory\\.retrieve",
                span -> attribute(span, "memory.strategy"),
                group -> 100.0
                        * group.where(span -> "true".equals(attribute(span, "memory.cache_hit")))
                                .count()
                        / group.count());
    }

    private Map<String, Double> points(
            int periodSeconds, String names, Function<SpanData, String> label, ToDoubleFunction<SpanSet> value) {
        Map<String, Double> points = new TreeMap<>();
        byPeriod(periodSeconds)
                .forEach((start, spans) -> spans.named(names).spans().stream()
                        .collect(Collectors.groupingBy(label))
                        .forEach((name, group) ->
                                points.put(name + " " + start, value.applyAsDouble(new SpanSet(group)))));
        return points;
    }

    /** A run's metrics belong to the period in which they were collected. */
    private Map<Instant, SpanSet> byPeriod(int seconds) {
        Map<Instant, List<SpanData>> spans = new TreeMap<>();
        for (Run run : runs) {
            long collected = run.metrics().stream()
                    .flatMap(metric -> metric.getData().getPoints().stream())
                    .mapToLong(point -> point.getEpochNanos())
                    .max()
                    .orElseThrow();
            long second = collected / 1_000_000_000 / seconds * seconds;
            spans.computeIfAbsent(Instant.ofEpochSecond(second), any -> new ArrayList<>())
                    .addAll(run.spans());
        }
        Map<Instant, SpanSet> sets = new TreeMap<>();
        spans.forEach((start, all) -> sets.put(start, new SpanSet(all)));
        return sets;
    }
}
