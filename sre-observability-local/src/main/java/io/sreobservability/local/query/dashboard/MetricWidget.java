package io.sreobservability.local.query.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.query.metrics.InvalidMetricQueryException;
import io.sreobservability.local.query.metrics.MetricDataQuery;
import io.sreobservability.local.query.metrics.MetricDataQuery.Expression;
import io.sreobservability.local.query.metrics.MetricDataQuery.Source;
import io.sreobservability.local.query.metrics.MetricDataQuery.Stat;
import io.sreobservability.local.query.metrics.statistic.Metric;
import io.sreobservability.local.query.metrics.statistic.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The queries behind a metric widget ("Dashboard Body Structure and Syntax" of the CloudWatch API reference, {@code metrics}). */
public final class MetricWidget {
    private static final String DEFAULT_STATISTIC = "Average";
    private static final int DEFAULT_PERIOD = 300;

    private final JsonNode properties;
    private final List<MetricDataQuery> queries = new ArrayList<>();
    private List<String> previous = List.of();

    private MetricWidget(JsonNode properties) {
        this.properties = properties;
    }

    /**
     * One query for each row of {@code properties.metrics}, in their order; hidden ones are not {@code returned}.
     *
     * @param properties of a metric widget that CloudWatch took
     */
    public static List<MetricDataQuery> queries(JsonNode properties) throws InvalidMetricQueryException {
        MetricWidget widget = new MetricWidget(properties);
        for (JsonNode row : properties.path("metrics")) {
            widget.add(row);
        }
        return List.copyOf(widget.queries);
    }

    private void add(JsonNode row) throws InvalidMetricQueryException {
        List<String> words = new ArrayList<>();
        row.forEach(word -> {
            if (word.isTextual()) {
                words.add(word.textValue());
            }
        });
        JsonNode options = row.path(row.size() - 1);
        String id = options.path("id").asText("w" + (queries.size() + 1));
        String label = options.path("label").isTextual() ? options.path("label").textValue() : null;
        Source source = options.has("expression") ? expression(options) : metric(words, options);
        queries.add(new MetricDataQuery(id, label, options.path("visible").asBoolean(true), source));
    }

    private Expression expression(JsonNode options) {
        return new Expression(options.path("expression").asText(), period(options));
    }

    private Stat metric(List<String> words, JsonNode options) throws InvalidMetricQueryException {
        previous = written(words);
        if (previous.size() < 2 || previous.size() % 2 != 0) {
            throw new InvalidMetricQueryException(
                    "A row of metrics names a namespace, a metric, and pairs of dimensions.");
        }
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (int i = 2; i < previous.size(); i += 2) {
            dimensions.put(previous.get(i), previous.get(i + 1));
        }
        String statistic = options.path("stat").asText(properties.path("stat").asText(DEFAULT_STATISTIC));
        return new Stat(
                new Metric(previous.get(0), previous.get(1), dimensions),
                Statistic.named(statistic)
                        .orElseThrow(() ->
                                new InvalidMetricQueryException("The statistic " + statistic + " is not supported.")),
                period(options),
                unit(options));
    }

    private int period(JsonNode options) {
        return options.path("period").asInt(properties.path("period").asInt(DEFAULT_PERIOD));
    }

    private static @Nullable String unit(JsonNode options) {
        return options.path("unit").isTextual() ? options.path("unit").textValue() : null;
    }

    /** A dot repeats the word of the row before; three dots repeat all words that the rest of the row leaves open. */
    private List<String> written(List<String> words) {
        List<String> all = new ArrayList<>(words);
        if (!all.isEmpty() && all.get(0).equals("...")) {
            List<String> rest = all.subList(1, all.size());
            List<String> expanded = new ArrayList<>(previous.subList(0, Math.max(0, previous.size() - rest.size())));
            expanded.addAll(rest);
            all = expanded;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).equals(".") && i < previous.size()) {
                all.set(i, previous.get(i));
            }
        }
        return all;
    }
}
