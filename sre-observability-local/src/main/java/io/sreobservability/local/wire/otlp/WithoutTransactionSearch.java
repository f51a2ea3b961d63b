package io.sreobservability.local.wire.otlp;

import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;

/** The traces endpoint of an AWS account where nobody has switched Transaction Search on. */
public record WithoutTransactionSearch(Endpoint traces) implements Endpoint {

    @Override
    public String method() {
        return traces.method();
    }

    @Override
    public Response handle(Request request) throws HttpProblem {
        throw new HttpProblem(400, "The OTLP API is supported with CloudWatch Logs as a Trace Segment Destination.");
    }

    @Override
    public Response problem(Request request, HttpProblem problem) {
        return traces.problem(request, problem);
    }
}
