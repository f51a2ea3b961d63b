package io.sreobservability.local.wire.aws.protocol;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Smithy RPC v2 CBOR, which AWS SDKs of 2026 speak to CloudWatch: service and operation are in the path, parameters and
 * answer are CBOR.
 */
final class CborProtocol implements AwsProtocol {
    private static final String PROTOCOL = "rpc-v2-cbor";
    private static final String PROTOCOL_HEADER = "smithy-protocol";
    private static final String CBOR = "application/cbor";
    private static final Pattern PATH = Pattern.compile("/service/([A-Za-z0-9_]+)/operation/([A-Za-z0-9_]+)");
    private static final StructureReader READER = new StructureReader("CBOR", CBORFactory.builder());

    private final @Nullable String protocol;
    private final String mediaType;
    private final @Nullable AwsService called;
    private final String operation;

    CborProtocol(Request request) {
        this.protocol = request.header(PROTOCOL_HEADER);
        this.mediaType = request.mediaType();
        Matcher path = PATH.matcher(request.path());
        boolean matches = path.matches();
        this.called = matches ? AwsService.ofTarget(path.group(1)) : null;
        this.operation = matches ? path.group(2) : "";
    }

    @Override
    public AwsService service() {
        return called == null ? AwsService.CLOUDWATCH : called;
    }

    @Override
    public Call read(byte[] body) throws AwsError {
        // An operation without parameters is called without a body, and so without its type.
        if (!PROTOCOL.equals(protocol) || !(mediaType.equals(CBOR) || body.length == 0)) {
            throw new AwsError(AwsErrorCode.UNSUPPORTED_PROTOCOL, SUPPORTED);
        }
        if (called == null) {
            throw new AwsError(
                    AwsErrorCode.UNKNOWN_OPERATION,
                    "The path must be /service/GraniteServiceVersion20100801/operation/ (CloudWatch) or"
                            + " /service/Logs_20140328/operation/ (Logs), and the operation's name.");
        }
        return new Call(called, operation, Parameters.of(READER.read(body)));
    }

    @Override
    public Response result(AwsOperation operation, Map<String, Object> result, String requestId) {
        return answer(200, result, requestId);
    }

    @Override
    public Response error(AwsError error, String requestId) {
        return answer(error.code().status(), AwsProtocol.members(error, service()), requestId)
                .with(QUERY_ERROR, AwsProtocol.queryError(error));
    }

    private static Response answer(int status, Map<String, Object> members, String requestId) {
        return Response.of(status, CBOR, CborWriter.write(members))
                .with(PROTOCOL_HEADER, PROTOCOL)
                .with("x-amzn-RequestId", requestId);
    }
}
