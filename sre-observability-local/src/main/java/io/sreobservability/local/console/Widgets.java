package io.sreobservability.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.local.query.dashboard.MetricWidget;
import io.sreobservability.local.query.insights.LogsInsights;
import io.sreobservability.local.query.insights.UnknownLogGroupException;
import io.sreobservability.local.query.insights.syntax.MalformedQueryException;
import io.sreobservability.local.query.metrics.InvalidMetricQueryException;
import io.sreobservability.local.query.metrics.MetricData;
import io.sreobservability.local.query.metrics.MetricDataQuery;
import io.sreobservability.local.query.metrics.MetricDataResult;
import io.sreobservability.local.store.TelemetryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out what the widgets of a dashboard show. A widget that cannot be answered says why, and harms no other. */
final class Widgets {
    private static final int MINUTE = 60;

    private final MetricData metrics;
    private final LogsInsights insights;

    Widgets(TelemetryStore store) {
        metrics = new MetricData(store.metrics());
        insights = new LogsInsights(store);
    }

    WidgetView view(JsonNode widget, Variables variables, TimeRange range) {
        String type = widget.path("type").asText();
        JsonNode properties = variables.applyTo(widget.path("properties"));
        List<WidgetView.Series> series = null;
        WidgetView.Table table = null;
        String error = null;
        try {
            switch (type) {
                case "metric" -> series = series(properties, range);
                case "log" -> table = table(properties, range);
                case "text" -> {}
                default -> error = "Widgets of type '" + type + "' are not drawn here.";
            }
        } catch (InvalidMetricQueryException e) {
            error = e.message();
        } catch (MalformedQueryException e) {
            error = e.message();
        } catch (UnknownLogGroupException e) {
            error = e.message();
        }
        return new WidgetView(type, place(widget), properties, series, table, error);
    }

    private List<WidgetView.Series> series(JsonNode properties, TimeRange range) throws InvalidMetricQueryException {
        JsonNode asked =
                properties.path("setPeriodToTimeRange").asBoolean() ? withOnePeriod(properties, range) : properties;
        List<MetricDataQuery> queries = MetricWidget.queries(asked);
        Map<String, Integer> rowOfId = new HashMap<>();
        for (MetricDataQuery query : queries) {
            rowOfId.put(query.id(), rowOfId.size());
        }
        List<WidgetView.Series> series = new ArrayList<>();
        for (MetricDataResult result : metrics.get(queries, range.from(), range.to())) {
            series.add(WidgetView.Series.of(rowOfId.getOrDefault(result.id(), 0), result));
        }
        return series;
    }

    /** One value for the whole time instead of one a period. */
    private static JsonNode withOnePeriod(JsonNode properties, TimeRange range) {
        long seconds = Duration.between(range.from(), range.to()).toSeconds();
        int period = (int) ((seconds + MINUTE - 1) / MINUTE) * MINUTE;
        JsonNode changed = properties.deepCopy();
        if (changed instanceof ObjectNode object) {
            object.put("period", period);
        }
        for (JsonNode row : changed.path("metrics")) {
            if (row.path(row.size() - 1) instanceof ObjectNode options && options.has("period")) {
                options.put("period", period);
            }
        }
        return changed;
    }

    private WidgetView.Table table(JsonNode properties, TimeRange range)
            throws MalformedQueryException, UnknownLogGroupException {
        return WidgetView.Table.of(
                insights.run(properties.path("query").asText(), List.of(), range.from(), range.to()));
    }

    private static JsonNode place(JsonNode widget) {
        ObjectNode place = widget.deepCopy();
        return place.retain("x", "y", "width", "height");
    }
}
