package io.sreobservability.aspects.weaving;

import io.sreobservability.aspects.engine.SpanEngine;

/** The abstract aspect of the run time, as far as generated aspects need it. */
public abstract aspect SpanAspect {
    declare precedence: SpanAspect+, *;

    protected static void fault(Throwable inTelemetry) {
        SpanEngine.fault(inTelemetry);
    }
}
