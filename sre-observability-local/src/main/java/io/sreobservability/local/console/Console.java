package io.sreobservability.local.console;

import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.http.Router;

/** The pages at {@code /console/} and what they ask for. */
public final class Console {
    private static final String ROOT = "/console/";

    private final TelemetryStore store;

    public Console(TelemetryStore store) {
        this.store = store;
    }

    /** Adds everything to {@code router}. */
    public void addTo(Router router) {
        router.add(ROOT, Asset.at(ROOT, "index.html"));
        Asset.NAMES.forEach(name -> router.add(ROOT + name, Asset.at(ROOT + name, name)));
        TracePages traces = new TracePages(store);
        router.add(ROOT + "api/investigations", new Page(this::telemetry, traces::investigations));
        router.add(ROOT + "api/trace", new Page(this::telemetry, traces::trace));
        router.add(ROOT + "api/span", new Page(this::telemetry, traces::span));
        router.add(ROOT + "api/comparison", new Page(this::telemetry, traces::comparison));
    }

    /** Grows with every span and log record that arrives or goes. */
    private String telemetry() {
        var traces = store.traces().counts();
        var logs = store.logs().counts();
        return traces.spans() + "-" + traces.droppedSpans() + "-" + logs.held() + "-" + logs.dropped();
    }
}
