package io.sreobservability.cloudwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryLedgerTest {
    private final DeliveryLedger ledger = new DeliveryLedger();
    private final ExporterLedger exporter = ledger.open(Signal.SPANS);

    private void record(int spans) {
        for (int i = 0; i < spans; i++) {
            ledger.spanStarted(true);
            ledger.spanEnded();
        }
    }

    @Test
    void whatNobodyAccountsForIsMissing() {
        record(5);
        exporter.recovered(2);
        exporter.delivered(3);
        exporter.unconfirmed(1);
        exporter.failed(1);
        exporter.heldBy(() -> new Holdings(1, 0, 0));
        assertThat(exporter.balance().missing()).isEqualTo(1);
        exporter.lost(1, FailureKind.QUEUE_FULL);
        assertThat(exporter.balance().missing()).isZero();
        assertThat(exporter.balance())
                .hasToString("spans: 5 recorded + 2 recovered = 3 delivered + 1 unconfirmed + 1 failed + 1 dropped + 1"
                        + " queued + 0 in flight + 0 on disk");
    }

    @Test
    void aLossIsToldOnceAndWithItsReason() {
        record(3);
        exporter.delivered(1);
        exporter.failed(1);
        exporter.lost(1, FailureKind.QUEUE_FULL);
        assertThat(ledger.beginFlush().settle(true)).containsExactly(new Shortfall(Signal.SPANS, 2, 0, 0));
        assertThat(ledger.beginFlush().settle(true)).isEmpty();
        assertThat(ledger.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.OTHER, 1L, FailureKind.QUEUE_FULL, 1L));
    }

    @Test
    void everyFlushThatWasUnderWayTellsALoss() {
        FlushBook one = ledger.beginFlush();
        FlushBook other = ledger.beginFlush();
        record(1);
        exporter.failed(1);
        assertThat(one.settle(true)).containsExactly(new Shortfall(Signal.SPANS, 1, 0, 0));
        assertThat(other.settle(true)).containsExactly(new Shortfall(Signal.SPANS, 1, 0, 0));
        assertThat(ledger.beginFlush().settle(true)).isEmpty();
    }

    @Test
    void whatWaitsWhenTheTimeRunsOutIsTold() {
        record(3);
        exporter.delivered(1);
        exporter.heldBy(() -> new Holdings(0, 1, 1));
        assertThat(ledger.beginFlush().settle(false)).containsExactly(new Shortfall(Signal.SPANS, 0, 2, 1));
        assertThat(ledger.beginFlush().settle(true))
                .as("what came later is not meant")
                .isEmpty();
    }

    @Test
    void everyExporterOwesEveryItemOfItsSignal() {
        ExporterLedger other = ledger.open(Signal.SPANS);
        record(1);
        exporter.delivered(1);
        assertThat(exporter.balance().missing()).isZero();
        assertThat(other.balance().missing()).isEqualTo(1);
    }

    @Test
    void spansAreCountedFromTheirStart() {
        record(2);
        ledger.spanStarted(false);
        ledger.spanStarted(true);
        assertThat(ledger.spanCensus()).isEqualTo(new SpanCensus(4, 1, 2));
        assertThat(ledger.spanCensus()).hasToString("4 spans started = 1 unsampled + 1 live + 2 recorded");
    }
}
