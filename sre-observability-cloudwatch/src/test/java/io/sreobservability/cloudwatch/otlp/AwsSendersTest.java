package io.sreobservability.cloudwatch.otlp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.sreobservability.cloudwatch.sigv4.AwsCredentials;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.wire.aws.sigv4.AccessKey;
import io.sreobservability.local.wire.aws.sigv4.AccessRules;
import io.sreobservability.local.wire.fault.Fault;
import io.sreobservability.local.wire.fault.FaultKind;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** OpenTelemetry's exporter with our sender under it, whose credentials and clock are not what they should be. */
@Timeout(30)
class AwsSendersTest {

    private static final String REGION = "us-east-1";
    private static final AccessKey KEY = new AccessKey("AKIDTEST", "secret");
    private static final AccessKey TEMPORARY = new AccessKey("ASIATEST", "secret", "token", Instant.MAX);
    private static final AccessKey ENDED = new AccessKey("ASIAENDED", "secret", "token", Instant.EPOCH);
    private static StandInServer account;

    @BeforeAll
    static void open() throws Exception {
        account = StandInServer.start(
                StandInConfig.ephemeral().withAccess(AccessRules.strict(REGION, KEY, TEMPORARY, ENDED)));
    }

    @AfterAll
    static void close() {
        account.close();
    }

    private static AwsCredentialsProvider of(AccessKey key) {
        return StaticCredentialsProvider.create(
                key.sessionToken() == null
                        ? AwsBasicCredentials.create(key.id(), key.secret())
                        : AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken()));
    }

    private static OtlpHttpSpanExporter exporter(AwsCredentialsProvider credentials, Clock clock) {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(account.url() + "/v1/traces")
                .setCompression("gzip")
                .setProxy(ProxyOptions.create(HttpClient.Builder.NO_PROXY))
                .setRetryPolicy(RetryPolicy.builder()
                        .setMaxAttempts(2)
                        .setInitialBackoff(Duration.ofMillis(1))
                        .setMaxBackoff(Duration.ofMillis(2))
                        .build())
                .setComponentLoader(
                        new AwsSenders(new AwsCredentials(credentials), REGION, clock, Listener.ANYBODY).traces())
                .build();
    }

    private static SpanData span(int number) {
        long now = System.currentTimeMillis() * 1_000_000;
        return TestSpanData.builder()
                .setSpanContext(SpanContext.create(
                        "4bf92f3577b34da6a3ce929d0e0e4736",
                        "%016x".formatted(number),
                        TraceFlags.getSampled(),
                        TraceState.getDefault()))
                .setName("tool.get_pods")
                .setKind(SpanKind.INTERNAL)
                .setStartEpochNanos(now)
                .setEndEpochNanos(now + 1)
                .setAttributes(Attributes.empty())
                .setStatus(StatusData.unset())
                .setHasEnded(true)
                .build();
    }

    private static boolean isDelivered(OtlpHttpSpanExporter exporter, int number) {
        CompletableResultCode result = exporter.export(List.of(span(number)));
        return result.join(20, SECONDS).isSuccess();
    }

    private static boolean isStored(int number) {
        return account.store().traces().trace("4bf92f3577b34da6a3ce929d0e0e4736").stream()
                .anyMatch(span -> span.spanId().equals("%016x".formatted(number)));
    }

    @Test
    void temporaryCredentialsComeWithTheirToken() {
        try (OtlpHttpSpanExporter exporter = exporter(of(TEMPORARY), Clock.systemUTC())) {
            assertThat(isDelivered(exporter, 1)).isTrue();
            assertThat(isStored(1)).isTrue();
        }
    }

    @Test
    void whoeverKeepsNoBooksHearsOfASuccessAlsoIfAnEarlierTryMayHaveBeenTaken() {
        account.faults().plan(Fault.of(FaultKind.RESET).times(1));
        try (OtlpHttpSpanExporter exporter = exporter(of(KEY), Clock.systemUTC())) {
            assertThat(isDelivered(exporter, 10)).isTrue();
            assertThat(isStored(10)).isTrue();
        }
    }

    @Test
    void credentialsThatEndOnTheWayAreLookedUpAgain() {
        AtomicInteger asked = new AtomicInteger();
        AwsCredentialsProvider refreshing =
                () -> of(asked.getAndIncrement() == 0 ? ENDED : TEMPORARY).resolveCredentials();
        try (OtlpHttpSpanExporter exporter = exporter(refreshing, Clock.systemUTC())) {
            assertThat(isDelivered(exporter, 2)).isTrue();
            assertThat(isStored(2)).isTrue();
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void aClockThatIsOffFollowsTheTimeOfAws() {
        for (Duration off : List.of(Duration.ofHours(-1), Duration.ofMinutes(16))) {
            AtomicInteger signed = new AtomicInteger();
            AwsCredentialsProvider counting = () -> {
                signed.incrementAndGet();
                return of(KEY).resolveCredentials();
            };
            try (OtlpHttpSpanExporter exporter = exporter(counting, Clock.offset(Clock.systemUTC(), off))) {
                assertThat(isDelivered(exporter, 3)).isTrue();
                assertThat(isDelivered(exporter, 4)).isTrue();
                assertThat(signed).as("the second export knows the time").hasValue(3);
            }
        }
    }

    @Test
    void lookingUpCredentialsDoesNotHoldUpWhoeverExports() {
        CountDownLatch found = new CountDownLatch(1);
        AwsCredentialsProvider slow = () -> {
            awaitUninterruptibly(found);
            return of(KEY).resolveCredentials();
        };
        try (OtlpHttpSpanExporter exporter = exporter(slow, Clock.systemUTC())) {
            CompletableResultCode result = exporter.export(List.of(span(5)));
            assertThat(result.isDone()).isFalse();
            found.countDown();
            assertThat(result.join(20, SECONDS).isSuccess()).isTrue();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anErrorOfTheCredentialsEndsTheExportAndNotTheSender() {
        AtomicInteger asked = new AtomicInteger();
        AwsCredentialsProvider broken = () -> {
            if (asked.getAndIncrement() == 0) {
                throw new NoClassDefFoundError("software/amazon/awssdk/services/sts/StsClient");
            }
            return of(KEY).resolveCredentials();
        };
        try (OtlpHttpSpanExporter exporter = exporter(broken, Clock.systemUTC())) {
            assertThat(isDelivered(exporter, 6)).isFalse();
            assertThat(isDelivered(exporter, 7)).isTrue();
        }
    }

    @Test
    void whatWaitsAtShutdownIsGivenUpAndSaid() {
        CountDownLatch never = new CountDownLatch(1);
        AwsCredentialsProvider stuck = () -> {
            awaitUninterruptibly(never);
            throw new IllegalStateException("interrupted");
        };
        OtlpHttpSpanExporter exporter = exporter(stuck, Clock.systemUTC());
        CompletableResultCode sending = exporter.export(List.of(span(8)));
        CompletableResultCode waiting = exporter.export(List.of(span(9)));
        exporter.shutdown();
        assertThat(sending.join(20, SECONDS).isDone()).isTrue();
        assertThat(sending.isSuccess()).isFalse();
        assertThat(waiting.join(20, SECONDS).isDone()).isTrue();
        assertThat(waiting.isSuccess()).isFalse();
    }
}
