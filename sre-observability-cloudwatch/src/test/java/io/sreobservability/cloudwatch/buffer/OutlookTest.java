package io.sreobservability.cloudwatch.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the worker wakes up by itself, in milliseconds; it is 1,000 now. */
class OutlookTest {

    private static final long MILLI = 1_000_000;
    private static final OptionalLong NEVER = OptionalLong.empty();

    private static OptionalLong at(long millis) {
        return OptionalLong.of(millis * MILLI);
    }

    private static long restMillis(
            @Nullable Attempt attempt, boolean isExporterBusy, OptionalLong retry, OptionalLong batch) {
        return new Outlook(500 * MILLI, attempt, isExporterBusy, retry, batch, null).restNanos(1_000 * MILLI) / MILLI;
    }

    private static Attempt begunAt(long millis) {
        return new Attempt(millis * MILLI);
    }

    @Test
    void nothingWaits() {
        assertThat(restMillis(null, false, NEVER, NEVER)).isEqualTo(500);
    }

    @Test
    void theNextBatchOrTryIsWaitedFor() {
        assertThat(restMillis(null, false, NEVER, at(1_300))).isEqualTo(300);
        assertThat(restMillis(null, false, at(1_400), at(1_300))).isEqualTo(400);
        assertThat(restMillis(null, false, at(9_000), at(1_300))).isEqualTo(500);
    }

    @Test
    void whatIsOverdueIsDoneAtOnce() {
        assertThat(restMillis(null, false, NEVER, at(900))).isEqualTo(1);
        assertThat(restMillis(null, false, at(900), at(1_300))).isEqualTo(1);
    }

    @Test
    void anExporterThatBlocksLeavesNothingToBeDoneAtOnce() {
        assertThat(restMillis(null, true, at(900), at(800))).isEqualTo(500);
    }

    @Test
    void anExportThatBecomesSlowIsLookedAtThen() {
        assertThat(restMillis(begunAt(900), true, NEVER, at(800))).isEqualTo(500);
        assertThat(restMillis(begunAt(200), true, NEVER, at(800))).isEqualTo(200);
        assertThat(restMillis(begunAt(-9_000), true, NEVER, at(800))).isEqualTo(500);
    }

    @Test
    void aShutdownEndsInItsTime() {
        Worker.Closing closing =
                new Worker.Closing(new FlushRequest(new CompletableResultCode()), 1_100 * MILLI, 1_200 * MILLI);
        Outlook blocked = new Outlook(500 * MILLI, null, true, NEVER, at(800), closing);
        assertThat(blocked.restNanos(1_000 * MILLI)).isEqualTo(100 * MILLI);
        assertThat(blocked.restNanos(1_150 * MILLI)).isEqualTo(50 * MILLI);
    }
}
