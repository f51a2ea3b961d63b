package io.sreobservability.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.query.insights.InsightsResult;
import io.sreobservability.local.query.metrics.MetricDataResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A widget of a dashboard with what it shows.
 *
 * @param place {@code x}, {@code y}, {@code width} and {@code height} on the grid, as far as the dashboard says them
 * @param properties of the widget, variables filled in
 * @param series of a metric widget
 * @param table of a log widget
 * @param error why there is neither; null if there is, or if the widget needs no data
 */
record WidgetView(
        String type,
        JsonNode place,
        JsonNode properties,
        @Nullable List<Series> series,
        @Nullable Table table,
        @Nullable String error) {

    /**
     * A line of a metric widget.
     *
     * @param row the place of its row in {@code properties.metrics}, which may name its colour and axis
     * @param points time in milliseconds since 1970, and value
     */
    record Series(int row, String label, List<Point> points) {
        static Series of(int row, MetricDataResult result) {
            List<Point> points = new ArrayList<>(result.points().size());
            result.points().forEach((time, value) -> points.add(Point.of(time, value)));
            return new Series(row, result.label(), points);
        }
    }

    /** A value and when it was. */
    record Point(long time, double value) {
        static Point of(Instant time, double value) {
            return new Point(time.toEpochMilli(), value);
        }
    }

    /** The rows of a log widget or query. */
    record Table(List<String> columns, List<List<@Nullable String>> rows, InsightsResult.Statistics statistics) {
        static Table of(InsightsResult result) {
            return new Table(
                    result.columns(),
                    result.rows().stream().map(InsightsResult.ResultRow::values).toList(),
                    result.statistics());
        }
    }
}
