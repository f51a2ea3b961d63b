package io.sreobservability.local.wire.aws;

/** The errors that are answered, with their names in both wire formats (AWS service models of CloudWatch and Logs). */
public enum AwsErrorCode {
    INVALID_PARAMETER_VALUE("InvalidParameterValue", "InvalidParameterValueException", 400),
    INVALID_PARAMETER_COMBINATION("InvalidParameterCombination", "InvalidParameterCombinationException", 400),
    MISSING_PARAMETER("MissingParameter", "MissingRequiredParameterException", 400),
    VALIDATION("ValidationError", "ValidationError", 400),
    DASHBOARD_INVALID("InvalidParameterInput", "DashboardInvalidInputError", 400),
    DASHBOARD_NOT_FOUND("ResourceNotFound", "DashboardNotFoundError", 404),
    DASHBOARD_LIMIT("LimitExceeded", "LimitExceededFault", 400),

    LOGS_INVALID_PARAMETER("InvalidParameterException", "InvalidParameterException", 400),
    LOGS_MALFORMED_QUERY("MalformedQueryException", "MalformedQueryException", 400),
    LOGS_NOT_FOUND("ResourceNotFoundException", "ResourceNotFoundException", 400),
    LOGS_EXISTS("ResourceAlreadyExistsException", "ResourceAlreadyExistsException", 400),
    LOGS_LIMIT("LimitExceededException", "LimitExceededException", 400),

    ACCESS_DENIED("AccessDenied", "AccessDeniedException", 403),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", "MissingAuthenticationTokenException", 403),
    INCOMPLETE_SIGNATURE("IncompleteSignature", "IncompleteSignatureException", 403),
    SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", "InvalidSignatureException", 403),
    REQUEST_EXPIRED("RequestExpired", "InvalidSignatureException", 403),
    UNRECOGNIZED_CLIENT("InvalidClientTokenId", "UnrecognizedClientException", 403),
    EXPIRED_TOKEN("ExpiredToken", "ExpiredTokenException", 403),
    UNKNOWN_OPERATION("InvalidAction", "UnknownOperationException", 400),
    MALFORMED_REQUEST("MalformedInput", "SerializationException", 400),
    METHOD_NOT_ALLOWED("MethodNotAllowed", "MethodNotAllowedException", 405),
    UNSUPPORTED_PROTOCOL("UnsupportedProtocol", "UnsupportedProtocolException", 415),
    REQUEST_TOO_LARGE("RequestEntityTooLarge", "RequestEntityTooLargeException", 413),
    THROTTLED("Throttling", "ThrottlingException", 429),
    UNAVAILABLE("ServiceUnavailable", "ServiceUnavailableException", 503),
    INTERNAL("InternalServiceError", "InternalServiceFault", 500);

    private final String queryCode;
    private final String shape;
    private final int status;

    AwsErrorCode(String queryCode, String shape, int status) {
        this.queryCode = queryCode;
        this.shape = shape;
        this.status = status;
    }

    /** Its {@code Code} in a Query (XML) answer. */
    public String queryCode() {
        return queryCode;
    }

    /** Its {@code __type} in a JSON answer. */
    public String shape() {
        return shape;
    }

    /** The HTTP status it comes with. */
    public int status() {
        return status;
    }

    /** Whose mistake it is, in AWS's words. */
    public String fault() {
        return status < 500 ? "Sender" : "Receiver";
    }
}
