package io.sreobservability.local.wire.aws.protocol;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsMap;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import io.sreobservability.local.wire.http.Response;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** AWS JSON 1.0 and 1.1: the operation is in the header {@code X-Amz-Target}, parameters and answer are JSON. */
final class JsonProtocol implements AwsProtocol {
    private static final String JSON_1_0 = "application/x-amz-json-1.0";
    private static final String JSON_1_1 = "application/x-amz-json-1.1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StructureReader READER = new StructureReader("JSON", new JsonFactoryBuilder());

    private final String mediaType;
    private final String target;

    JsonProtocol(String mediaType, String target) {
        this.mediaType = mediaType;
        this.target = target;
    }

    @Override
    public AwsService service() {
        return target.startsWith(AwsService.LOGS.target()) ? AwsService.LOGS : AwsService.CLOUDWATCH;
    }

    @Override
    public Call read(byte[] body) throws AwsError {
        if (!mediaType.equals(JSON_1_0) && !mediaType.equals(JSON_1_1)) {
            throw new AwsError(AwsErrorCode.UNSUPPORTED_PROTOCOL, SUPPORTED);
        }
        int dot = target.indexOf('.');
        String prefix = dot < 0 ? target : target.substring(0, dot);
        AwsService service = AwsService.ofTarget(prefix);
        if (service != null) {
            return new Call(service, target.substring(dot + 1), Parameters.of(READER.read(body)));
        }
        throw new AwsError(
                AwsErrorCode.UNKNOWN_OPERATION,
                "X-Amz-Target must begin with GraniteServiceVersion20100801. (CloudWatch) or Logs_20140328. (Logs).");
    }

    @Override
    public Response result(AwsOperation operation, Map<String, Object> result, String requestId) {
        return write(200, result, requestId);
    }

    @Override
    public Response error(AwsError error, String requestId) {
        return write(error.code().status(), AwsProtocol.members(error, service()), requestId)
                .with(QUERY_ERROR, AwsProtocol.queryError(error));
    }

    private Response write(int status, Map<String, Object> members, String requestId) {
        try {
            String type = mediaType.equals(JSON_1_1) ? JSON_1_1 : JSON_1_0;
            return Response.of(status, type, JSON.writeValueAsBytes(plain(members)))
                    .with("x-amzn-RequestId", requestId);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // Plain maps, lists and scalars can always be written.
        }
    }

    /** Times are seconds since 1970 in AWS JSON, with a fraction. */
    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return instant.toEpochMilli() / 1_000.0;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonProtocol::plain).toList();
        }
        if (value instanceof AwsMap map) {
            return plain(map.entries());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(name, plain(member)));
            return Collections.unmodifiableMap(copy);
        }
        return value;
    }
}
