package io.sreobservability.local.wire.aws.protocol;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that are not signed, as AWS does, so that a client that forgot to sign is found out on the desk and
 * not in production. The header must be complete; whether the signature is right is not looked at.
 */
final class AuthorizationHeader {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private AuthorizationHeader() {}

    static void check(Request request) throws AwsError {
        String header = request.header("Authorization");
        if (header == null || !header.startsWith(ALGORITHM)) {
            throw new AwsError(
                    AwsErrorCode.MISSING_AUTHENTICATION_TOKEN,
                    "Request is missing Authentication Token: sign it with " + ALGORITHM + ".");
        }
        for (String part : List.of("Credential", "SignedHeaders", "Signature")) {
            if (!header.contains(part + "=")) {
                throw incomplete("Authorization header requires '" + part + "' parameter.");
            }
        }
        @Nullable String date = request.header("X-Amz-Date");
        if (date == null && request.header("Date") == null) {
            throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
    }

    private static AwsError incomplete(String message) {
        return new AwsError(AwsErrorCode.INCOMPLETE_SIGNATURE, message);
    }
}
