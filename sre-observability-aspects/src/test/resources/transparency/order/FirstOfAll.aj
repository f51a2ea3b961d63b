package order;

import io.opentelemetry.api.trace.Span;

public aspect FirstOfAll {
    declare precedence : FirstOfAll, *;

    before() : execution(* Flaky.flaky(..)) {
        Flaky.STACKS.add("first in span " + Span.current().getSpanContext().isValid());
    }
}
