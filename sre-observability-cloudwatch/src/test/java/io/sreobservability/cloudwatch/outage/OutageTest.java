package io.sreobservability.cloudwatch.outage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Tracer;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryBooks;
import io.sreobservability.cloudwatch.delivery.Balance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver goes away while spans are made, and comes back. {@link LongRehearsals} does the same for a minute each. */
@Timeout(60)
class OutageTest {

    private static final int SPANS = 3_000;

    @RegisterExtension
    final TelemetryBooks books = new TelemetryBooks();

    @TempDir
    Path buffer;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void nothingIsLostHoweverTheReceiverIsAway(Fault fault) {
        try (UnreliableReceiver receiver = new UnreliableReceiver();
                SreTelemetry telemetry = Telemetry.start(books, receiver.url(), buffer, Duration.ofSeconds(5))) {
            Tracer tracer = telemetry.openTelemetry().getTracer("test");
            end(tracer, 0, SPANS / 3);
            receiver.become(fault);
            end(tracer, SPANS / 3, 2 * SPANS / 3);
            await().atMost(20, SECONDS).until(() -> balance(telemetry).waiting().onDisk() > 0);
            receiver.become(Fault.NONE);
            end(tracer, 2 * SPANS / 3, SPANS);

            await().atMost(20, SECONDS).until(() -> balance(telemetry).waiting().isNothing());

            assertThat(receiver.taken()).hasSize(SPANS);
            assertThat(balance(telemetry).delivered()).isEqualTo(SPANS);
            assertThat(balance(telemetry).missing()).isZero();
            long twice = receiver.taken().values().stream()
                    .filter(times -> times > 1)
                    .count();
            assertThat(twice)
                    .as("the books know of duplicates")
                    .isLessThanOrEqualTo(balance(telemetry).possiblyDuplicated());
            assertThat(twice > 0 || fault != Fault.ANSWER_LOST).isTrue();
        }
        assertThat(buffer).isEmptyDirectory();
    }

    private static void end(Tracer tracer, int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> tracer.spanBuilder("span " + i).startSpan().end());
    }

    private static Balance balance(SreTelemetry telemetry) {
        return telemetry.balances().get(0);
    }
}
