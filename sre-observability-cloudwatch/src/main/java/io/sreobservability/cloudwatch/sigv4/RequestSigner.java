package io.sreobservability.cloudwatch.sigv4;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs POST requests to one AWS service in one region. The region is configuration: an endpoint's name need not tell it. */
public final class RequestSigner {

    /** These the JDK's HTTP client sets itself, to what was signed, and lets nobody else set. */
    private static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentials credentials;
    private final String region;
    private final String service;
    private final SigningClock clock;

    /**
     * A signer.
     *
     * @param service the name AWS knows the service by in signatures, such as {@code xray}
     */
    public RequestSigner(AwsCredentials credentials, String region, String service, SigningClock clock) {
        this.credentials = credentials;
        this.region = region;
        this.service = service;
        this.clock = clock;
    }

    public SigningClock clock() {
        return clock;
    }

    /**
     * Signs a request.
     *
     * @param body exactly as it will be sent, so after compression
     * @return all headers to send, those of {@code headers} included
     * @throws ExportFailure if there are no credentials; then nothing may be sent
     */
    public Map<String, List<String>> sign(URI endpoint, Map<String, List<String>> headers, byte[] body)
            throws ExportFailure {
        AwsCredentialsIdentity identity = credentials.resolve();
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .headers(headers)
                .build();
        SdkHttpRequest signed = signer.sign(request -> request.identity(identity)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        Map<String, List<String>> toSend = new TreeMap<>();
        signed.headers().forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                toSend.put(name, values);
            }
        });
        return toSend;
    }
}
