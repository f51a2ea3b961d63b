package io.sreobservability.aspects;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.sreobservability.aspects.propagation.Carriers;
import io.sreobservability.aspects.propagation.ContextLink;
import io.sreobservability.aspects.propagation.ContextPropagator;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;

/** The code that docs/context.md shows, so that it compiles; {@link ContextPageTest} compares the two. */
@SuppressWarnings({"unused", "NullAway", "UnusedVariable", "UnusedMethod", "FutureReturnValueIgnored"})
final class ContextExamples {
    interface Tools {
        String podStatus(String pod);
    }

    private ContextExamples() {}

    static ExecutorService pool() {
        ExecutorService executor = Context.taskWrapping(Executors.newFixedThreadPool(4));
        return executor;
    }

    static Future<String> task(ExecutorService executor, Tools tools) {
        Future<String> status = executor.submit(Context.current().wrap(() -> tools.podStatus("web-app")));
        return status;
    }

    static List<String> stream(List<String> pods, Tools tools) {
        List<String> states = pods.parallelStream()
                .map(Context.current().wrapFunction(tools::podStatus))
                .toList();
        return states;
    }

    static final class Sum extends RecursiveTask<Integer> {
        private final transient Context context = Context.current();

        private static final long serialVersionUID = 1L;

        @Override
        protected Integer compute() {
            return context.wrapSupplier(this::sum).get();
        }

        private int sum() {
            return 1;
        }
    }

    static void client(HttpRequest.Builder request) {
        ContextPropagator.trusting()
                .inject(Context.current(), request, (carrier, name, value) -> carrier.header(name, value));
    }

    static void server(boolean trusted, Map<String, List<String>> headers, Tracer tracer) {
        ContextPropagator propagator = trusted ? ContextPropagator.trusting() : ContextPropagator.distrusting();
        Context incoming = propagator.extract(Context.root(), headers, Carriers.headers());
        Span span = ContextLink.addTo(tracer.spanBuilder("GET /pods").setParent(incoming), incoming)
                .startSpan();
        try (Scope scope = incoming.with(span).makeCurrent()) {
            assert scope != null;
        } finally {
            span.end();
        }
    }

    static void mcpClient(Map<String, Object> meta) {
        ContextPropagator.trusting().inject(Context.current(), meta, Carriers.metaSetter());
    }

    static Context mcpServer(ContextPropagator propagator, Map<String, Object> meta) {
        Context incoming = propagator.extract(Context.current(), meta, Carriers.meta());
        return incoming;
    }
}
