package io.sreobservability.local.wire.otlp;

import io.sreobservability.local.store.LogGroupStore;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;

/** CloudWatch's rule for logs by OTLP: two headers name the log group and the stream, and both must exist already. */
public final class LogStreamEndpoint implements Endpoint {
    static final String GROUP = "x-aws-log-group";
    private static final String STREAM = "x-aws-log-stream";

    private final OtlpEndpoint logs;
    private final LogGroupStore groups;

    public LogStreamEndpoint(OtlpEndpoint logs, LogGroupStore groups) {
        this.logs = logs;
        this.groups = groups;
    }

    @Override
    public String method() {
        return logs.method();
    }

    @Override
    public Response handle(Request request) throws HttpProblem, IOException {
        String group = required(request, GROUP);
        String stream = required(request, STREAM);
        if (!groups.hasGroup(group)) {
            throw new HttpProblem(400, "The specified log group does not exist.");
        }
        if (!groups.hasStream(group, stream)) {
            throw new HttpProblem(400, "The specified log stream does not exist.");
        }
        return logs.handle(request);
    }

    private static String required(Request request, String header) throws HttpProblem {
        String value = request.header(header);
        if (value == null || value.isBlank()) {
            throw new HttpProblem(400, "The header " + header + " is required.");
        }
        return value;
    }

    @Override
    public Response problem(Request request, HttpProblem problem) {
        return logs.problem(request, problem);
    }
}
