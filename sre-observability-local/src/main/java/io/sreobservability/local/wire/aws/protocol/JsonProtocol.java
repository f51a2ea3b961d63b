package io.sreobservability.local.wire.aws.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsMap;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;
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
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

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
        for (AwsService service : AwsService.values()) {
            if (service.target().equals(prefix)) {
                return new Call(service, target.substring(dot + 1), Parameters.of(parse(body)));
            }
        }
        throw new AwsError(
                AwsErrorCode.UNKNOWN_OPERATION,
                "X-Amz-Target must begin with GraniteServiceVersion20100801. (CloudWatch) or Logs_20140328. (Logs).");
    }

    private static JsonNode parse(byte[] body) throws AwsError {
        try {
            // The JSON protocols allow an empty body where no parameter is required.
            JsonNode node = body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw new AwsError(AwsErrorCode.MALFORMED_REQUEST, "The body is not valid JSON.");
        }
        throw new AwsError(AwsErrorCode.MALFORMED_REQUEST, "The body must be a JSON object.");
    }

    @Override
    public Response result(AwsOperation operation, Map<String, Object> result, String requestId) {
        return write(200, result, requestId);
    }

    @Override
    public Response error(AwsError error, String requestId) {
        AwsErrorCode code = error.code();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("__type", errorNamespace() + code.shape());
        members.put("message", error.message());
        members.putAll(error.details());
        // A service that once spoke Query tells its old error code, too (Smithy, awsQueryCompatible).
        return write(code.status(), members, requestId)
                .with("x-amzn-query-error", code.queryCode() + ";" + code.fault());
    }

    private String errorNamespace() {
        return target.startsWith(AwsService.CLOUDWATCH.target()) ? AwsService.CLOUDWATCH.errorNamespace() : "";
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
