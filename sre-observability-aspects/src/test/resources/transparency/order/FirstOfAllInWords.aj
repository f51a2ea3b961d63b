package order;

import io.opentelemetry.api.trace.Span;

public aspect FirstOfAllInWords {
    declare precedence : FirstOfAllInWords, io.sreobservability.aspects.weaving.SpanAspect+, *;

    before() : execution(* Flaky.flaky(..)) {
        Flaky.STACKS.add("first in span " + Span.current().getSpanContext().isValid());
    }
}
