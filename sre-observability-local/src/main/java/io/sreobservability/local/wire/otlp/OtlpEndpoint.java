package io.sreobservability.local.wire.otlp;

import com.google.protobuf.Message;
import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.LogStore;
import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.store.TraceStore;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;

/** Takes one OTLP signal: {@code POST /v1/traces} or {@code /v1/logs}; or says why not: {@code /v1/metrics}. */
public final class OtlpEndpoint implements Endpoint {
    private final Function<Request, Signal> signals;

    private OtlpEndpoint(Signal signal) {
        this(request -> signal);
    }

    private OtlpEndpoint(Function<Request, Signal> signals) {
        this.signals = signals;
    }

    public static OtlpEndpoint traces(TraceStore store) {
        return new OtlpEndpoint(new TraceSignal(store, null));
    }

    /** Traces by X-Ray's rules: within its sizes, and near the time of {@code clock}. */
    public static OtlpEndpoint strictTraces(TraceStore store, Clock clock) {
        return new OtlpEndpoint(new TraceSignal(store, new SpanRules(clock)));
    }

    public static OtlpEndpoint logs(LogStore store) {
        return new OtlpEndpoint(request -> new LogSignal(store, null, logGroup(request)));
    }

    /** Log records by CloudWatch's rules: within its sizes, and near the time of {@code clock}. */
    public static OtlpEndpoint strictLogs(LogStore store, Clock clock) {
        LogRules rules = new LogRules(clock);
        return new OtlpEndpoint(request -> new LogSignal(store, rules, logGroup(request)));
    }

    private static String logGroup(Request request) {
        String group = request.header(LogStreamEndpoint.GROUP);
        return group == null || group.isBlank() ? LogEntry.DEFAULT_GROUP : group;
    }

    /** Refuses metrics, and counts them. */
    public static OtlpEndpoint noMetrics(MetricStore store) {
        return new OtlpEndpoint(new MetricSignal(store));
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public Response handle(Request request) throws HttpProblem, IOException {
        OtlpFormat format = OtlpFormat.of(request);
        Signal signal = signals.apply(request);
        Message.Builder message = signal.newRequest();
        format.read(request.body(signal.limit()), message);
        return format.success(signal.accept(message.build(), new Rejections(request.rejectEvery())));
    }

    @Override
    public Response problem(Request request, HttpProblem problem) {
        try {
            return OtlpFormat.of(request).error(problem);
        } catch (HttpProblem unknownFormat) {
            return OtlpFormat.JSON.error(problem);
        }
    }
}
