package order;

import io.opentelemetry.api.trace.Span;

public aspect AfterSpans {

    before() : execution(* Flaky.flaky(..)) {
        Flaky.STACKS.add("after in span " + Span.current().getSpanContext().isValid());
    }
}
