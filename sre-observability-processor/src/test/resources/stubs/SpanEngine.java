package io.sreobservability.aspects.engine;

import java.util.ArrayList;
import java.util.List;

/** Writes every call into a log that tests read. */
public final class SpanEngine {
    public static volatile int overflows;
    public static final List<String> LOG = new ArrayList<>();

    public static boolean captureContent = true;

    private SpanEngine() {}

    public static SpanFrame enter(SpanPoint point) {
        LOG.add("enter " + point);
        return new SpanFrame();
    }

    public static SpanFrame exit(SpanPoint point) {
        LOG.add("exit");
        return new SpanFrame();
    }

    public static void fail(SpanPoint point, Throwable thrown) {
        LOG.add("fail " + thrown.getMessage());
    }

    public static void fault(Throwable inTelemetry) {
        LOG.add("fault " + inTelemetry.getMessage());
    }
}
