package io.sreobservability.local.wire.aws.protocol;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.util.Map;

/** A wire format. One instance serves one request. */
interface AwsProtocol {
    /** What AWS offers for a request whose format is not known here. */
    String SUPPORTED =
            "This stand-in speaks AWS Query (application/x-www-form-urlencoded, answered in XML) and AWS JSON"
                    + " (application/x-amz-json-1.0 and 1.1 with X-Amz-Target).";

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
            return new CborProtocol();
        }
        return new QueryProtocol(mediaType);
    }
}
