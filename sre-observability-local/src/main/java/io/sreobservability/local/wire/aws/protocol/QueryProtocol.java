package io.sreobservability.local.wire.aws.protocol;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.QueryString;
import io.sreobservability.local.wire.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * AWS Query: a form in, XML out. CloudWatch's oldest format and that of the SDK this project uses. CloudWatch Logs
 * does not speak it.
 */
final class QueryProtocol implements AwsProtocol {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String XML = "text/xml";
    private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";
    private static final String VERSION = "2010-08-01";

    private final String mediaType;

    QueryProtocol(String mediaType) {
        this.mediaType = mediaType;
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public Call read(byte[] body) throws AwsError {
        if (!mediaType.equals(FORM)) {
            throw new AwsError(AwsErrorCode.UNSUPPORTED_PROTOCOL, SUPPORTED);
        }
        Map<String, String> form = form(body);
        String action = form.get("Action");
        if (action == null) {
            throw new AwsError(AwsErrorCode.UNKNOWN_OPERATION, "The parameter Action is required.");
        }
        if (!VERSION.equals(form.get("Version"))) {
            throw new AwsError(
                    AwsErrorCode.UNKNOWN_OPERATION, "The parameter Version must be " + VERSION + ", CloudWatch's.");
        }
        return new Call(AwsService.CLOUDWATCH, action, Parameters.of(QueryTree.of(form)));
    }

    private static Map<String, String> form(byte[] body) throws AwsError {
        String form = new String(body, StandardCharsets.UTF_8);
        QueryTree.checkSize(form);
        try {
            return QueryString.parse(form).all();
        } catch (HttpProblem problem) {
            throw new AwsError(AwsErrorCode.MALFORMED_REQUEST, problem.message());
        }
    }

    @Override
    public Response result(AwsOperation operation, Map<String, Object> result, String requestId) {
        XmlWriter xml = new XmlWriter().open(operation.name() + "Response", NAMESPACE);
        if (!result.isEmpty()) {
            xml.open(operation.name() + "Result").members(result).close(operation.name() + "Result");
        }
        xml.open("ResponseMetadata").text("RequestId", requestId).close("ResponseMetadata");
        return Response.of(200, XML, xml.close(operation.name() + "Response").toString())
                .with("x-amzn-RequestId", requestId);
    }

    @Override
    public Response error(AwsError error, String requestId) {
        XmlWriter xml = new XmlWriter()
                .open("ErrorResponse", NAMESPACE)
                .open("Error")
                .text("Type", error.code().fault())
                .text("Code", error.code().queryCode())
                .text("Message", error.message());
        xml.members(error.details());
        xml.close("Error").text("RequestId", requestId).close("ErrorResponse");
        return Response.of(error.code().status(), XML, xml.toString()).with("x-amzn-RequestId", requestId);
    }
}
