package io.sreobservability.local.wire.aws.sigv4;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An endpoint that only signed requests reach. Others are answered in AWS's REST-JSON, whatever the endpoint speaks. */
public final class SignedEndpoint implements Endpoint {

    private final Endpoint behind;
    private final Gatekeeper gatekeeper;
    private final String service;
    private final BodyLimit limit;
    private final Runnable onEntry;

    /**
     * Puts a gate before an endpoint.
     *
     * @param service what requests must be signed for
     * @param limit that of the endpoint
     * @param onEntry run for each request that is let in
     */
    public SignedEndpoint(Endpoint behind, Gatekeeper gatekeeper, String service, BodyLimit limit, Runnable onEntry) {
        this.behind = behind;
        this.gatekeeper = gatekeeper;
        this.service = service;
        this.limit = limit;
        this.onEntry = onEntry;
    }

    @Override
    public String method() {
        return behind.method();
    }

    @Override
    public Response handle(Request request) throws HttpProblem, IOException {
        try {
            gatekeeper.check(request, limit, service);
        } catch (AwsError refused) {
            byte[] body = JsonNodeFactory.instance
                    .objectNode()
                    .put("message", refused.message())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            return Response.of(refused.code().status(), "application/json", body)
                    .with("x-amzn-ErrorType", refused.code().shape())
                    .with("x-amzn-RequestId", UUID.randomUUID().toString());
        }
        onEntry.run();
        return behind.handle(request);
    }

    @Override
    public Response problem(Request request, HttpProblem problem) {
        return behind.problem(request, problem);
    }
}
