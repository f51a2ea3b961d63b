package io.sreobservability.local.wire.aws.protocol;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.http.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Smithy RPC v2 CBOR, which newer AWS SDKs speak to CloudWatch: refused, but in CBOR, so that the caller sees why and
 * not only that its parser failed.
 */
final class CborProtocol implements AwsProtocol {
    private static final int MAP_OF_TWO = 0xA2;
    private static final int TEXT = 0x60;

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public Call read(byte[] body) throws AwsError {
        throw new AwsError(
                AwsErrorCode.UNSUPPORTED_PROTOCOL,
                SUPPORTED
                        + " Smithy RPC v2 CBOR is not supported: use AWS SDK for Java 2.40, or an SDK that speaks one of"
                        + " these.");
    }

    @Override
    public Response result(AwsOperation operation, Map<String, Object> result, String requestId) {
        throw new IllegalStateException("Nothing can be called in this format");
    }

    @Override
    public Response error(AwsError error, String requestId) {
        AwsErrorCode code = error.code();
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.write(MAP_OF_TWO);
        text(cbor, "__type");
        text(cbor, AwsService.CLOUDWATCH.errorNamespace() + code.shape());
        text(cbor, "message");
        text(cbor, error.message());
        return Response.of(code.status(), "application/cbor", cbor.toByteArray())
                .with("smithy-protocol", "rpc-v2-cbor")
                .with("x-amzn-query-error", code.queryCode() + ";" + code.fault())
                .with("x-amzn-RequestId", requestId);
    }

    /** A text string with a length of up to 16 bits (RFC 8949, section 3.1). */
    private static void text(ByteArrayOutputStream cbor, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > 0xFFFF) {
            throw new IllegalArgumentException("Too long for an error message: " + utf8.length);
        }
        cbor.write(TEXT | 25);
        cbor.write(utf8.length >> 8);
        cbor.write(utf8.length & 0xFF);
        cbor.writeBytes(utf8);
    }
}
