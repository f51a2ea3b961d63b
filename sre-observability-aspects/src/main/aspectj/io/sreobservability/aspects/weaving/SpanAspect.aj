package io.sreobservability.aspects.weaving;

import io.sreobservability.aspects.engine.SpanEngine;

/**
 * What the generated aspects have in common. They have no fields and no constructor, so that creating one can't fail:
 * AspectJ would turn such a failure into an exception of the user's method.
 */
public abstract aspect SpanAspect {

    /** Spans enclose what other aspects add to the same method, such as retries and transactions. */
    declare precedence: SpanAspect+, *;

    /** Swallows what escapes from a binding: telemetry never changes what the method returns or throws. */
    protected static void fault(Throwable inTelemetry) {
        try {
            SpanEngine.fault(inTelemetry);
        } catch (Throwable nothingLeftToTry) {
            // No stack or no engine left: the application goes on without telemetry.
        }
    }
}
