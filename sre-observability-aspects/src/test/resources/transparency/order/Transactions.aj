package order;

import io.opentelemetry.api.trace.Span;

public aspect Transactions {
    declare precedence : Transactions, CodeStyleRetry;

    Object around() : execution(* Flaky.flaky(..)) {
        Flaky.STACKS.add("begin in span " + Span.current().getSpanContext().isValid());
        try {
            return proceed();
        } finally {
            Flaky.STACKS.add("end in span " + Span.current().getSpanContext().isValid());
        }
    }
}
