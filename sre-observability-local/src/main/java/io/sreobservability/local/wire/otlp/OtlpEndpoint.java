package io.sreobservability.local.wire.otlp;

import com.google.protobuf.Message;
import io.sreobservability.local.store.LogStore;
import io.sreobservability.local.store.TraceStore;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;
import java.time.Clock;

/** Takes one OTLP signal: {@code POST /v1/traces} or {@code /v1/logs}. */
public final class OtlpEndpoint implements Endpoint {
    private final Signal signal;

    private OtlpEndpoint(Signal signal) {
        this.signal = signal;
    }

    public static OtlpEndpoint traces(TraceStore store) {
        return new OtlpEndpoint(new TraceSignal(store, null));
    }

    /** Traces by X-Ray's rules: within its sizes, and near the time of {@code clock}. */
    public static OtlpEndpoint strictTraces(TraceStore store, Clock clock) {
        return new OtlpEndpoint(new TraceSignal(store, new SpanRules(clock)));
    }

    public static OtlpEndpoint logs(LogStore store) {
        return new OtlpEndpoint(new LogSignal(store, null));
    }

    /** Log records by CloudWatch's rules: within its sizes, and near the time of {@code clock}. */
    public static OtlpEndpoint strictLogs(LogStore store, Clock clock) {
        return new OtlpEndpoint(new LogSignal(store, new LogRules(clock)));
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public Response handle(Request request) throws HttpProblem, IOException {
        OtlpFormat format = OtlpFormat.of(request);
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
