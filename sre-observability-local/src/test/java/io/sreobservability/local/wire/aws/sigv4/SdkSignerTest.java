package io.sreobservability.local.wire.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.local.wire.aws.AwsError;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The verifier, written from AWS's description, and AWS's own signer agree about every request. */
class SdkSignerTest {
    private static final String SECRET = "secret";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T03:02:01Z"), ZoneOffset.UTC);
    private static final SignatureVerifier VERIFIER =
            new SignatureVerifier(AccessRules.strict("eu-west-1", new AccessKey("AKID", SECRET)), CLOCK);

    @Property(tries = 300)
    void whatTheSdkSignsIsAcceptedAndAnyChangeOfTheBodyIsNot(
            @ForAll("segments") List<String> path,
            @ForAll("parameters") Map<String, String> query,
            @ForAll("headerValues") String header,
            @ForAll byte[] body) {
        SentRequest sent = sent(path, query, header, body);
        assertThatCode(() -> VERIFIER.verify(sent, "xray")).doesNotThrowAnyException();

        byte[] longer = Arrays.copyOf(body, body.length + 1);
        SentRequest changed = new SentRequest(sent.method(), sent.path(), sent.query(), sent.headers(), longer);
        assertThatExceptionOfType(AwsError.class).isThrownBy(() -> VERIFIER.verify(changed, "xray"));
    }

    private static SentRequest sent(List<String> path, Map<String, String> query, String header, byte[] body) {
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1:4318"))
                .encodedPath("/"
                        + String.join(
                                "/", path.stream().map(UriEncoding::encode).toList()))
                .putHeader("Content-Type", "application/x-protobuf")
                .putHeader("X-Test", header);
        query.forEach(unsigned::putRawQueryParameter);
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(AwsCredentialsIdentity.create("AKID", SECRET))
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "xray")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK));
        Map<String, List<String>> headers = new TreeMap<>();
        signed.request().headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new SentRequest(
                "POST",
                signed.request().encodedPath(),
                signed.request().encodedQueryParameters().orElse(""),
                headers,
                body);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('a', 'd')
                .withChars(" /+%&=~*.-_:;,ä€\"'()!".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(6)
                // A segment of dots is resolved before it is sent.
                .filter(text -> !text.matches("\\.+"));
    }

    @Provide
    Arbitrary<List<String>> segments() {
        return texts().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Map<String, String>> parameters() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> headerValues() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
    }
}
