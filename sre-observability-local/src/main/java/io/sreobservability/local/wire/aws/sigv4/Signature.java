package io.sreobservability.local.wire.aws.sigv4;

import java.nio.charset.StandardCharsets;

/** From a canonical request to the signature (AWS, "Create a string to sign" and "Calculate the signature"). */
final class Signature {

    private Signature() {}

    /** The signature in hex; {@code time} is that of {@code X-Amz-Date}. */
    static String of(String canonicalRequest, String time, CredentialScope scope, String secret) {
        String stringToSign = String.join(
                "\n",
                AuthorizationHeader.ALGORITHM,
                time,
                scope.toString(),
                Hashes.hex(Hashes.sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8))));
        return Hashes.hex(Hashes.hmac(signingKey(scope, secret), stringToSign));
    }

    /** Derived anew for each scope, so that a stolen one is good for a day, a region and a service only. */
    private static byte[] signingKey(CredentialScope scope, String secret) {
        byte[] key = Hashes.hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
        key = Hashes.hmac(key, scope.region());
        key = Hashes.hmac(key, scope.service());
        return Hashes.hmac(key, CredentialScope.TERMINATOR);
    }
}
