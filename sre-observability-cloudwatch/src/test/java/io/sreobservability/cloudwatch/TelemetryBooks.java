package io.sreobservability.cloudwatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sreobservability.cloudwatch.delivery.Balance;
import io.sreobservability.cloudwatch.delivery.SpanCensus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Ends every test that exports with the check that each span, log record and metric point is in the books once, and that
 * every span that was started has ended: one that got lost in between would be live for ever.
 */
public final class TelemetryBooks implements AfterEachCallback {

    private final List<SreTelemetry> watched = new CopyOnWriteArrayList<>();
    private long leftOpen;

    /** Starts telemetry whose books are looked at when the test is over. */
    public SreTelemetry start(TelemetryConfig config) {
        SreTelemetry telemetry = SreTelemetry.start(config);
        watched.add(telemetry);
        return telemetry;
    }

    /** Says that the test leaves so many spans open on purpose. */
    public void expectLiveSpans(long spans) {
        leftOpen = spans;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    void check() {
        watched.forEach(SreTelemetry::close);
        watched.forEach(TelemetryBooks::assertBalanced);
        List<SpanCensus> spans = watched.stream().map(SreTelemetry::spanCensus).toList();
        assertThat(spans.stream().mapToLong(SpanCensus::live).sum())
                .as("live spans of %s", spans)
                .isEqualTo(leftOpen);
    }

    /** The equation, of telemetry that was closed: nothing is on its way any more. */
    private static void assertBalanced(SreTelemetry telemetry) {
        // A shutdown that ran out of time ends a moment after it was told so.
        await().atMost(10, SECONDS).untilAsserted(() -> {
            assertThat(telemetry.balances())
                    .allSatisfy(balance ->
                            assertThat(balance.missing()).as(balance.toString()).isZero())
                    .allSatisfy(balance -> {
                        assertThat(balance.waiting().queued()).isZero();
                        assertThat(balance.waiting().inFlight()).isZero();
                    });
        });
        telemetry.balances().stream()
                .map(Balance::signal)
                .distinct()
                .forEach(signal -> assertThat(telemetry.failures(signal).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(telemetry.balances().stream()
                                .filter(balance -> balance.signal() == signal)
                                .mapToLong(balance -> balance.failed() + balance.dropped())
                                .sum()));
    }
}
