package io.sreobservability.local.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.local.store.Dashboard;
import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.QueryString;
import io.sreobservability.local.wire.http.Request;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page about dashboards shows: each as it was put, drawn over what is held now. */
final class DashboardPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VARIABLE = "variable.";

    private final TelemetryStore store;
    private final Clock clock;
    private final Widgets widgets;

    DashboardPages(TelemetryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.widgets = new Widgets(store);
    }

    /**
     * A dashboard and the names of all.
     *
     * @param name null if there is none at all
     * @param from milliseconds since 1970
     * @param to milliseconds since 1970
     */
    record DashboardView(
            List<String> names,
            @Nullable String name,
            long from,
            long to,
            @Nullable JsonNode variables,
            List<WidgetView> widgets) {}

    /** The dashboard {@code name}, or the first. {@code variable.{id}} sets a variable, {@code range} the time. */
    DashboardView dashboard(Request request) throws HttpProblem {
        QueryString query = request.query();
        Map<String, String> chosen = new HashMap<>();
        for (Map.Entry<String, String> parameter : query.all().entrySet()) {
            if (parameter.getKey().startsWith(VARIABLE)) {
                chosen.put(parameter.getKey().substring(VARIABLE.length()), parameter.getValue());
            } else if (!parameter.getKey().equals("name") && !parameter.getKey().equals("range")) {
                throw new HttpProblem(400, "Unknown parameter '" + parameter.getKey() + "'.");
            }
        }
        TimeRange range = TimeRange.until(clock.instant(), query.get("range"), store);
        List<String> names =
                store.dashboards().all().stream().map(Dashboard::name).toList();
        String name = query.get("name");
        if (name == null) {
            if (names.isEmpty()) {
                return new DashboardView(
                        names, null, range.from().toEpochMilli(), range.to().toEpochMilli(), null, List.of());
            }
            name = names.get(0);
        }
        return drawn(names, dashboard(name), chosen, range);
    }

    private Dashboard dashboard(String name) throws HttpProblem {
        return store.dashboards()
                .get(name)
                .orElseThrow(() -> new HttpProblem(404, "No dashboard '" + name + "' is held here."));
    }

    private DashboardView drawn(List<String> names, Dashboard dashboard, Map<String, String> chosen, TimeRange range) {
        JsonNode body = body(dashboard);
        Variables variables = new Variables(body.path("variables"), chosen);
        List<JsonNode> all = new ArrayList<>();
        body.path("widgets").forEach(all::add);
        // Each log widget reads all spans: with many of them that is worth all processors.
        List<WidgetView> views = all.parallelStream()
                .map(widget -> widgets.view(widget, variables, range))
                .toList();
        return new DashboardView(
                names,
                dashboard.name(),
                range.from().toEpochMilli(),
                range.to().toEpochMilli(),
                body.path("variables"),
                views);
    }

    private static JsonNode body(Dashboard dashboard) {
        try {
            return JSON.readTree(dashboard.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // Only valid JSON is saved.
        }
    }
}
