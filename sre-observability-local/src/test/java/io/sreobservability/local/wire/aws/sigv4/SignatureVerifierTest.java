package io.sreobservability.local.wire.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS's published examples are accepted; whatever is changed about them is refused in AWS's words. */
class SignatureVerifierTest {
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String TIME = "20150830T123600Z";
    private static final Instant SIGNED_AT = Instant.parse("2015-08-30T12:36:00Z");

    /** The example of the guide: IAM's ListUsers. */
    private static final String LIST_USERS = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

    private static final Map<String, List<String>> LIST_USERS_HEADERS = headers(
            "content-type:application/x-www-form-urlencoded; charset=utf-8",
            "host:iam.amazonaws.com",
            "x-amz-date:" + TIME);

    private static Map<String, List<String>> headers(String... lines) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1));
        }
        return headers;
    }

    private static String authorization(String scope, Map<String, List<String>> signed, String signature) {
        return "AWS4-HMAC-SHA256 Credential=" + KEY + "/" + scope + ", SignedHeaders="
                + String.join(";", signed.keySet()) + ", Signature=" + signature;
    }

    private static SentRequest request(
            String method, String path, String query, Map<String, List<String>> headers, String authorization) {
        Map<String, List<String>> all = new TreeMap<>(headers);
        all.put("authorization", List.of(authorization));
        return new SentRequest(method, path, query, all, new byte[0]);
    }

    private static SignatureVerifier at(Instant now, AccessRules rules) {
        return new SignatureVerifier(rules, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static AccessRules strict() {
        return AccessRules.strict("us-east-1", new AccessKey(KEY, SECRET));
    }

    /** Examples of AWS's test suite for signers, by their names there. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "get-vanilla | GET | / | '' |" + " 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
                "get-vanilla-empty-query-key | GET | / | Param1=value1 |"
                        + " a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
                "get-vanilla-query-order-key-case | GET | / | Param2=value2&Param1=value1 |"
                        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
                "get-vanilla-utf8-query | GET | / | ሴ=bar |"
                        + " 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
                "get-relative | GET | /example/.. | '' |"
                        + " 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
                "get-slashes | GET | //example// | '' |"
                        + " 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
                "get-space | GET | /example space/ | '' |"
                        + " 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741",
                "get-utf8 | GET | /ሴ | '' |" + " 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
                "post-vanilla | POST | / | '' |" + " 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
            })
    void theTestSuitesRequestsAreAccepted(String name, String method, String path, String query, String signature) {
        Map<String, List<String>> headers = headers("host:example.amazonaws.com", "x-amz-date:" + TIME);
        SentRequest request = request(
                method,
                path,
                query,
                headers,
                authorization("20150830/us-east-1/service/aws4_request", headers, signature));
        assertThatCode(() -> at(SIGNED_AT, strict()).verify(request, "service"))
                .as(name)
                .doesNotThrowAnyException();
    }

    private static SentRequest listUsers(Map<String, List<String>> headers, String query) {
        return request(
                "GET",
                "/",
                query,
                headers,
                authorization("20150830/us-east-1/iam/aws4_request", LIST_USERS_HEADERS, LIST_USERS));
    }

    private static final String LIST_USERS_QUERY = "Action=ListUsers&Version=2010-05-08";

    @Test
    void theGuidesExampleIsAccepted() {
        SentRequest request = listUsers(LIST_USERS_HEADERS, LIST_USERS_QUERY);
        assertThatCode(() -> at(SIGNED_AT, strict()).verify(request, "iam")).doesNotThrowAnyException();
    }

    private static void assertRefused(
            SignatureVerifier verifier, SentRequest request, AwsErrorCode code, String words) {
        assertThatExceptionOfType(AwsError.class)
                .isThrownBy(() -> verifier.verify(request, "iam"))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.message()).contains(words).doesNotContain(SECRET);
                });
    }

    @Test
    void aTamperedRequestIsRefused() {
        SignatureVerifier verifier = at(SIGNED_AT, strict());
        String words = "does not match the signature you provided";
        assertRefused(
                verifier,
                listUsers(LIST_USERS_HEADERS, "Action=DeleteUser&Version=2010-05-08"),
                AwsErrorCode.SIGNATURE_DOES_NOT_MATCH,
                words);
        SentRequest genuine = listUsers(LIST_USERS_HEADERS, LIST_USERS_QUERY);
        SentRequest otherBody = new SentRequest(
                genuine.method(),
                genuine.path(),
                genuine.query(),
                genuine.headers(),
                "more".getBytes(StandardCharsets.UTF_8));
        assertRefused(verifier, otherBody, AwsErrorCode.SIGNATURE_DOES_NOT_MATCH, words);
        Map<String, List<String>> otherHost = new TreeMap<>(LIST_USERS_HEADERS);
        otherHost.put("host", List.of("evil.example"));
        assertRefused(verifier, listUsers(otherHost, LIST_USERS_QUERY), AwsErrorCode.SIGNATURE_DOES_NOT_MATCH, words);
        Map<String, List<String>> unsignedHeader = new TreeMap<>(LIST_USERS_HEADERS);
        unsignedHeader.put("x-amz-target", List.of("Anything"));
        assertRefused(
                verifier,
                listUsers(unsignedHeader, LIST_USERS_QUERY),
                AwsErrorCode.SIGNATURE_DOES_NOT_MATCH,
                "'x-amz-target' must be a 'SignedHeader'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host;content-type;x-amz-date",
                "content-type;host;host;x-amz-date",
                "Content-Type;host;x-amz-date",
                "host;x-amz-date;",
            })
    void signedHeadersThatAreNotWrittenInTheOneWayAreRefusedHoweverTheyWereSigned(String names) {
        SentRequest unsigned = new SentRequest("GET", "/", LIST_USERS_QUERY, LIST_USERS_HEADERS, new byte[0]);
        String signature = Signature.of(
                CanonicalRequest.of(unsigned, List.of(names.split(";", -1))),
                TIME,
                new CredentialScope("20150830", "us-east-1", "iam"),
                SECRET);
        SentRequest request = request(
                "GET",
                "/",
                LIST_USERS_QUERY,
                LIST_USERS_HEADERS,
                "AWS4-HMAC-SHA256 Credential=" + KEY + "/20150830/us-east-1/iam/aws4_request, SignedHeaders=" + names
                        + ", Signature=" + signature);
        assertRefused(
                at(SIGNED_AT, strict()), request, AwsErrorCode.SIGNATURE_DOES_NOT_MATCH, "'SignedHeaders' must be");
    }

    @Test
    void aSignatureIsGoodForFifteenMinutesEitherWay() {
        SentRequest request = listUsers(LIST_USERS_HEADERS, LIST_USERS_QUERY);
        Duration tolerance = Duration.ofMinutes(15);
        for (Instant now : List.of(SIGNED_AT.plus(tolerance), SIGNED_AT.minus(tolerance))) {
            assertThatCode(() -> at(now, strict()).verify(request, "iam")).doesNotThrowAnyException();
        }
        assertRefused(
                at(SIGNED_AT.plus(tolerance).plusSeconds(1), strict()),
                request,
                AwsErrorCode.REQUEST_EXPIRED,
                "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T125101Z - 15 min.)");
        assertRefused(
                at(SIGNED_AT.minus(tolerance).minusSeconds(1), strict()),
                request,
                AwsErrorCode.SIGNATURE_DOES_NOT_MATCH,
                "Signature not yet current");
    }

    @Test
    void aSignatureIsGoodForItsScopeOnly() {
        SentRequest request = listUsers(LIST_USERS_HEADERS, LIST_USERS_QUERY);
        assertRefused(
                at(SIGNED_AT, AccessRules.strict("eu-central-1", new AccessKey(KEY, SECRET))),
                request,
                AwsErrorCode.SIGNATURE_DOES_NOT_MATCH,
                "valid region, not 'us-east-1'");
        assertThatExceptionOfType(AwsError.class)
                .isThrownBy(() -> at(SIGNED_AT, strict()).verify(request, "xray"))
                .satisfies(refused -> assertThat(refused.message()).contains("correct service: 'xray'"));
    }

    @Test
    void strangersAndEndedCredentialsAreRefused() {
        SentRequest request = listUsers(LIST_USERS_HEADERS, LIST_USERS_QUERY);
        assertRefused(
                at(SIGNED_AT, AccessRules.strict("us-east-1", new AccessKey("AKIDOTHER", SECRET))),
                request,
                AwsErrorCode.UNRECOGNIZED_CLIENT,
                "security token included in the request is invalid");
        assertRefused(
                at(SIGNED_AT, AccessRules.strict("us-east-1", new AccessKey(KEY, SECRET, "token", null))),
                request,
                AwsErrorCode.UNRECOGNIZED_CLIENT,
                "invalid");
        assertRefused(
                at(SIGNED_AT, AccessRules.strict("us-east-1", new AccessKey(KEY, SECRET, null, SIGNED_AT))),
                request,
                AwsErrorCode.EXPIRED_TOKEN,
                "expired");
        assertRefused(
                at(SIGNED_AT, AccessRules.strict("us-east-1", new AccessKey(KEY, SECRET + "x"))),
                request,
                AwsErrorCode.SIGNATURE_DOES_NOT_MATCH,
                "does not match");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer token | MISSING_AUTHENTICATION_TOKEN",
                "AWS4-HMAC-SHA256 Credential=a | INCOMPLETE_SIGNATURE",
                "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=00 | INCOMPLETE_SIGNATURE",
                "AWS4-HMAC-SHA256 Credential=a/20150830/r/iam/aws5, SignedHeaders=host, Signature=00 |"
                        + " SIGNATURE_DOES_NOT_MATCH",
            })
    void anAuthorizationThatIsNoneIsRefused(String authorization, AwsErrorCode code) {
        assertRefused(at(SIGNED_AT, strict()), request("GET", "/", "", LIST_USERS_HEADERS, authorization), code, "");
    }

    @Test
    void unsignedAndQuerySignedRequestsAreRefused() {
        SentRequest unsigned = new SentRequest("GET", "/", LIST_USERS_QUERY, LIST_USERS_HEADERS, new byte[0]);
        assertRefused(
                at(SIGNED_AT, strict()), unsigned, AwsErrorCode.MISSING_AUTHENTICATION_TOKEN, "Authentication Token");
        SentRequest preSigned = new SentRequest(
                "GET", "/", LIST_USERS_QUERY + "&X-Amz-Signature=" + LIST_USERS, LIST_USERS_HEADERS, new byte[0]);
        assertRefused(at(SIGNED_AT, strict()), preSigned, AwsErrorCode.INCOMPLETE_SIGNATURE, "query string");
    }

    @Test
    void withOpenDoorsStrangersComeInButAKnownNameMustBeRight() {
        SentRequest request = listUsers(LIST_USERS_HEADERS, LIST_USERS_QUERY);
        assertThatCode(() -> at(SIGNED_AT, AccessRules.open()).verify(request, "iam"))
                .doesNotThrowAnyException();
        SentRequest forged = request(
                "GET",
                "/",
                "",
                LIST_USERS_HEADERS,
                "AWS4-HMAC-SHA256 Credential=local/20150830/us-east-1/iam/aws4_request, SignedHeaders=host;x-amz-date,"
                        + " Signature=00");
        assertThatExceptionOfType(AwsError.class)
                .isThrownBy(() -> at(SIGNED_AT, AccessRules.open()).verify(forged, "iam"));
    }
}
