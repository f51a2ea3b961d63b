package io.sreobservability.local.wire.aws.protocol;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.CalledActions;
import io.sreobservability.local.wire.aws.sigv4.Gatekeeper;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where AWS's SDKs and command line send their requests, told apart by format, service and operation. */
public final class AwsEndpoint implements Endpoint {
    private static final int MEBIBYTE = 1024 * 1024;

    /** PutMetricData takes 1 MB per HTTP POST, compressed or not. What it unfolds to is bounded, too. */
    private static final BodyLimit LIMIT = new BodyLimit(MEBIBYTE, 16 * MEBIBYTE);

    private final Map<Key, AwsOperation> operations = new LinkedHashMap<>();
    private final Gatekeeper gatekeeper;
    private final CalledActions actions;

    public AwsEndpoint(List<AwsOperation> operations, Gatekeeper gatekeeper, CalledActions actions) {
        this.gatekeeper = gatekeeper;
        this.actions = actions;
        for (AwsOperation operation : operations) {
            this.operations.put(new Key(operation.service(), operation.name()), operation);
        }
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public Response handle(Request request) throws HttpProblem, IOException {
        AwsProtocol protocol = AwsProtocol.of(request);
        String requestId = newRequestId();
        try {
            gatekeeper.check(request, LIMIT, protocol.service().signingName());
            AwsProtocol.Call call = protocol.read(request.body(LIMIT));
            AwsOperation operation = find(call);
            actions.add(operation.service().iamName() + ":" + operation.name());
            return protocol.result(operation, operation.run(call.parameters()), requestId);
        } catch (AwsError error) {
            return protocol.error(error, requestId);
        }
    }

    private AwsOperation find(AwsProtocol.Call call) throws AwsError {
        AwsOperation operation = operations.get(new Key(call.service(), call.operation()));
        if (operation == null) {
            List<String> known = operations.keySet().stream()
                    .filter(key -> key.service == call.service())
                    .map(Key::operation)
                    .toList();
            throw new AwsError(
                    AwsErrorCode.UNKNOWN_OPERATION,
                    "Could not find operation " + call.operation() + "; this stand-in has " + String.join(", ", known)
                            + ".");
        }
        return operation;
    }

    @Override
    public Response problem(Request request, HttpProblem problem) {
        AwsErrorCode code = switch (problem.status()) {
            case 403 -> AwsErrorCode.ACCESS_DENIED;
            case 405 -> AwsErrorCode.METHOD_NOT_ALLOWED;
            case 413 -> AwsErrorCode.REQUEST_TOO_LARGE;
            case 415 -> AwsErrorCode.UNSUPPORTED_PROTOCOL;
            case 429 -> AwsErrorCode.THROTTLED;
            case 500 -> AwsErrorCode.INTERNAL;
            case 503 -> AwsErrorCode.UNAVAILABLE;
            default -> AwsErrorCode.MALFORMED_REQUEST;
        };
        return AwsProtocol.of(request).error(new AwsError(code, problem.message()), newRequestId());
    }

    private static String newRequestId() {
        return UUID.randomUUID().toString();
    }

    private record Key(AwsService service, String operation) {}
}
