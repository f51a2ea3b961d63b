package io.sreobservability.local.wire.aws.protocol;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A wire format. One instance serves one request. */
interface AwsProtocol {
    /** What AWS offers for a request whose format is not known here. */
    String SUPPORTED = "This stand-in speaks AWS Query (application/x-www-form-urlencoded, answered in XML), AWS JSON"
            + " (application/x-amz-json-1.0 and 1.1 with X-Amz-Target) and Smithy RPC v2 CBOR (application/cbor"
            + " with smithy-protocol: rpc-v2-cbor).";

    /** A service that once spoke Query tells its old error code in this header (Smithy, awsQueryCompatible). */
    String QUERY_ERROR = "x-amzn-query-error";

    /** Which service is called, as far as that can be told before the body is read. */
    AwsService service();

    /**
     * Reads the request's body.
     *
     * @throws AwsError if it is malformed, or not in a format that can be served
     */
    Call read(byte[] body) throws AwsError;

    Response result(AwsOperation operation, Map<String, Object> result, String requestId);

    Response error(AwsError error, String requestId);

    /** Which operation is called, and with what. */
    record Call(AwsService service, String operation, Parameters parameters) {}

    /** The format of {@code request}. */
    static AwsProtocol of(Request request) {
        String target = request.header("X-Amz-Target");
        String mediaType = request.mediaType();
        if (target != null || mediaType.startsWith("application/x-amz-json-")) {
            return new JsonProtocol(mediaType, target == null ? "" : target);
        }
        if (mediaType.equals("application/cbor") || request.path().startsWith("/service/")) {
            return new CborProtocol(request);
        }
        return new QueryProtocol(mediaType);
    }

    /** An error as the structure that JSON and CBOR answers carry. */
    static Map<String, Object> members(AwsError error, AwsService service) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("__type", service.errorNamespace() + error.code().shape());
        members.put("message", error.message());
        members.putAll(error.details());
        return members;
    }

    /** The value of {@link #QUERY_ERROR}. */
    static String queryError(AwsError error) {
        return error.code().queryCode() + ";" + error.code().fault();
    }
}
