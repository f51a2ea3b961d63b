package io.sreobservability.local.wire.aws.sigv4;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is rightly signed, by the rules and in the words of AWS.
 *
 * <p>Signatures in the query string (pre-signed URLs) are refused: nothing that this project sends uses them.
 */
final class SignatureVerifier {

    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AccessRules rules;
    private final Clock clock;

    SignatureVerifier(AccessRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Verifies a request.
     *
     * @param service what it must be signed for
     * @throws AwsError if it is not signed, or not rightly
     */
    void verify(SentRequest request, String service) throws AwsError {
        AuthorizationHeader authorization = authorization(request);
        String time = time(request);
        AccessKey key = rules.find(authorization.accessKeyId());
        if (key == null) {
            if (rules.strict()) {
                throw unknownClient();
            }
            return;
        }
        checkToken(key, request);
        checkScope(authorization.scope(), time, service);
        if (rules.strict()) {
            // With open doors the stand-in may have been given a clock of its own, which no client knows.
            checkAge(time);
        }
        checkSignedHeaders(authorization, request);
        String expected = Signature.of(
                CanonicalRequest.of(request, authorization.signedHeaders()), time, authorization.scope(), key.secret());
        if (!MessageDigest.isEqual(bytes(expected), bytes(authorization.signature()))) {
            throw mismatch(
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method.");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static AuthorizationHeader authorization(SentRequest request) throws AwsError {
        String header = request.header("authorization");
        if (header == null && request.query().contains("X-Amz-Signature=")) {
            throw new AwsError(
                    AwsErrorCode.INCOMPLETE_SIGNATURE,
                    "This stand-in takes no signatures in the query string: sign in the Authorization header.");
        }
        if (header == null || !header.startsWith(AuthorizationHeader.ALGORITHM + " ")) {
            throw new AwsError(
                    AwsErrorCode.MISSING_AUTHENTICATION_TOKEN,
                    "Request is missing Authentication Token: sign it with " + AuthorizationHeader.ALGORITHM + ".");
        }
        return AuthorizationHeader.parse(header);
    }

    private static String time(SentRequest request) throws AwsError {
        String time = request.header("x-amz-date");
        if (time == null) {
            throw new AwsError(
                    AwsErrorCode.INCOMPLETE_SIGNATURE,
                    "Authorization header requires existence of a 'X-Amz-Date' header.");
        }
        return time;
    }

    private void checkToken(AccessKey key, SentRequest request) throws AwsError {
        String sent = request.header("x-amz-security-token");
        @Nullable String expected = key.sessionToken();
        if (expected == null ? sent != null : !expected.equals(sent)) {
            throw unknownClient();
        }
        Instant expires = key.expires();
        if (expires != null && !clock.instant().isBefore(expires)) {
            throw new AwsError(AwsErrorCode.EXPIRED_TOKEN, "The security token included in the request is expired");
        }
    }

    private void checkScope(CredentialScope scope, String time, String service) throws AwsError {
        if (rules.region() != null && !scope.region().equals(rules.region())) {
            throw mismatch("Credential should be scoped to a valid region, not '" + scope.region() + "'.");
        }
        if (!scope.service().equals(service)) {
            throw mismatch("Credential should be scoped to correct service: '" + service + "'.");
        }
        if (!time.startsWith(scope.date() + "T")) {
            throw mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + scope.date() + "' != '" + time + "'.");
        }
    }

    private void checkAge(String time) throws AwsError {
        Instant signed;
        try {
            signed = Instant.from(TIME.parse(time));
        } catch (DateTimeParseException e) {
            throw new AwsError(
                    AwsErrorCode.INCOMPLETE_SIGNATURE, "Date must be in ISO-8601 'basic format'. Got '" + time + "'.");
        }
        Instant now = clock.instant();
        Instant earliest = now.minus(TOLERANCE);
        Instant latest = now.plus(TOLERANCE);
        if (signed.isBefore(earliest)) {
            throw new AwsError(
                    AwsErrorCode.REQUEST_EXPIRED,
                    "Signature expired: " + time + " is now earlier than " + TIME.format(earliest) + " ("
                            + TIME.format(now) + " - 15 min.)");
        }
        if (signed.isAfter(latest)) {
            throw mismatch("Signature not yet current: " + time + " is still later than " + TIME.format(latest) + " ("
                    + TIME.format(now) + " + 15 min.)");
        }
    }

    /** What decides about a request must not be changeable on its way: its host and all of AWS's own headers. */
    private static void checkSignedHeaders(AuthorizationHeader authorization, SentRequest request) throws AwsError {
        // The names are part of what is signed, and there is one way of writing them.
        List<String> canonical = authorization.signedHeaders().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
        if (!authorization.signedHeaders().equals(canonical)) {
            throw mismatch("'SignedHeaders' must be in lower case, sorted, and each there once: "
                    + String.join(";", canonical) + ".");
        }
        for (String name : authorization.signedHeaders()) {
            if (!request.headers().containsKey(name)) {
                throw mismatch("Signed header '" + name + "' is not in the request.");
            }
        }
        if (!authorization.signedHeaders().contains("host")) {
            throw mismatch("'Host' must be a 'SignedHeader' in the AWS Authorization.");
        }
        for (String name : request.headers().keySet()) {
            if (name.startsWith("x-amz-") && !authorization.signedHeaders().contains(name)) {
                throw mismatch("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }
    }

    private static AwsError unknownClient() {
        return new AwsError(AwsErrorCode.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
    }

    private static AwsError mismatch(String message) {
        return new AwsError(AwsErrorCode.SIGNATURE_DOES_NOT_MATCH, message);
    }
}
