package io.sreobservability.cloudwatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sreobservability.cloudwatch.delivery.Balance;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Ends every test that exports with the check that each span, log record and metric point is in the books once. */
final class TelemetryBooks implements AfterEachCallback {

    private final List<SreTelemetry> watched = new CopyOnWriteArrayList<>();

    SreTelemetry start(TelemetryConfig config) {
        SreTelemetry telemetry = SreTelemetry.start(config);
        watched.add(telemetry);
        return telemetry;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        watched.forEach(SreTelemetry::close);
        watched.forEach(TelemetryBooks::assertBalanced);
    }

    /** The equation, of telemetry that was closed: nothing is on its way any more. */
    static void assertBalanced(SreTelemetry telemetry) {
        // A shutdown that ran out of time ends a moment after it was told so.
        await().atMost(10, SECONDS).untilAsserted(() -> {
            assertThat(telemetry.spanCensus().live()).isNotNegative();
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
