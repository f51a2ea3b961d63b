package io.sreobservability.local.console;

import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.http.Router;
import java.time.Clock;

/** The pages at {@code /console/} and what they ask for. */
public final class Console {
    private static final String ROOT = "/console/";

    private final TelemetryStore store;
    private final Clock clock;

    public Console(TelemetryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds everything to {@code router}. */
    public void addTo(Router router) {
        router.add(ROOT, Asset.at(ROOT, "index.html"));
        Asset.NAMES.forEach(name -> router.add(ROOT + name, Asset.at(ROOT + name, name)));
        TracePages traces = new TracePages(store);
        router.add(ROOT + "api/investigations", new Page(any -> telemetry(), traces::investigations));
        router.add(ROOT + "api/trace", new Page(traces::revision, traces::trace));
        router.add(ROOT + "api/span", new Page(traces::revision, traces::span));
        router.add(ROOT + "api/comparison", new Page(traces::revision, traces::comparison));
        DashboardPages dashboards = new DashboardPages(store, clock);
        router.add(ROOT + "api/dashboard", new Page(any -> telemetryNow(), dashboards::dashboard));
        QueryPages queries = new QueryPages(store, clock);
        router.add(ROOT + "api/queries", new Page(any -> definitions(), queries::saved));
        router.add(ROOT + "api/query", new Page(any -> telemetryNow(), queries::run));
    }

    /** Changes with every span and log record that arrives or goes. */
    private String telemetry() {
        var traces = store.traces().counts();
        var logs = store.logs().counts();
        return traces.spans() + "-" + traces.droppedSpans() + "-" + logs.held() + "-" + logs.dropped();
    }

    /** Also with metrics, with dashboards, and with the time: what is shown ends now. */
    private String telemetryNow() {
        var metrics = store.metrics().counts();
        return telemetry() + "-" + metrics.held() + "-" + metrics.dropped() + "-"
                + store.dashboards().all().hashCode() + "-" + clock.instant().getEpochSecond() / TimeRange.STEP_SECONDS;
    }

    private String definitions() {
        return String.valueOf(store.queryDefinitions().all().hashCode());
    }
}
