package io.sreobservability.local.wire.aws.sigv4;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The header {@code Authorization}, taken apart.
 *
 * @param signedHeaders names in the order of the header
 * @param signature in hex
 */
record AuthorizationHeader(String accessKeyId, CredentialScope scope, List<String> signedHeaders, String signature) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final int PARTS_OF_CREDENTIAL = 5;

    static AuthorizationHeader parse(String header) throws AwsError {
        Map<String, String> parts = new HashMap<>();
        for (String part : header.substring(ALGORITHM.length()).split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        String credential = required(parts, "Credential");
        String signedHeaders = required(parts, "SignedHeaders");
        String signature = required(parts, "Signature");
        // The access key's id may hold a slash, the scope behind it may not.
        String[] credentialParts = credential.split("/", -1);
        int scope = credentialParts.length - PARTS_OF_CREDENTIAL + 1;
        if (scope < 1) {
            throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got '" + credential + "'.");
        }
        if (!credentialParts[scope + 3].equals(CredentialScope.TERMINATOR)) {
            throw new AwsError(
                    AwsErrorCode.SIGNATURE_DOES_NOT_MATCH,
                    "Credential should be scoped with a valid terminator: '" + CredentialScope.TERMINATOR + "'.");
        }
        return new AuthorizationHeader(
                String.join("/", List.of(credentialParts).subList(0, scope)),
                new CredentialScope(credentialParts[scope], credentialParts[scope + 1], credentialParts[scope + 2]),
                List.of(signedHeaders.split(";", -1)),
                signature);
    }

    private static String required(Map<String, String> parts, String name) throws AwsError {
        String value = parts.get(name);
        if (value == null || value.isEmpty()) {
            throw incomplete("Authorization header requires '" + name + "' parameter.");
        }
        return value;
    }

    private static AwsError incomplete(String message) {
        return new AwsError(AwsErrorCode.INCOMPLETE_SIGNATURE, message);
    }
}
