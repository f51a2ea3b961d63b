package io.sreobservability.cloudwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryLedgerTest {
    private final DeliveryLedger ledger = new DeliveryLedger();
    private final ExporterLedger exporter = ledger.open(Signal.SPANS);

    private void record(int spans) {
        for (int i = 0; i < spans; i++) {
            ledger.spanEnded();
        }
    }

    @Test
    void whatIsDeliveredOnlyAfterTheMarkDoesNotHideADrop() {
        record(5);
        DeliveryLedger.Mark mark = ledger.mark();
        exporter.delivered(4);
        record(1);
        exporter.delivered(1);
        assertThat(ledger.accountsForAll(mark)).as("dropped or on its way?").isFalse();

        assertThat(ledger.accountsForAll(ledger.mark())).isTrue();
        assertThat(ledger.settle(true)).containsExactly(new Shortfall(Signal.SPANS, 1, 0));
        assertThat(ledger.balances()).containsExactly(new Balance(Signal.SPANS, 6, 5, 0, 1, 0));
    }

    @Test
    void whatIsRecordedAndDeliveredMeanwhileNeedsNoSecondLook() {
        record(5);
        DeliveryLedger.Mark mark = ledger.mark();
        record(1);
        exporter.delivered(6);
        assertThat(ledger.accountsForAll(mark)).isTrue();
        assertThat(ledger.settle(true)).isEmpty();
    }

    @Test
    void aDropIsBookedAndToldOnce() {
        record(3);
        DeliveryLedger.Mark mark = ledger.mark();
        exporter.delivered(1);
        exporter.failed(1);
        assertThat(ledger.accountsForAll(mark)).isTrue();
        assertThat(ledger.accountsForAll(mark)).isTrue();
        assertThat(ledger.settle(true)).containsExactly(new Shortfall(Signal.SPANS, 2, 0));
        assertThat(ledger.settle(true)).isEmpty();
    }

    @Test
    void whatWaitsWhenTheTimeRunsOutIsTold() {
        record(3);
        exporter.delivered(1);
        assertThat(ledger.settle(false)).containsExactly(new Shortfall(Signal.SPANS, 0, 2));
    }

    @Test
    void everyExporterOwesEveryItemOfItsSignal() {
        ledger.open(Signal.SPANS);
        record(1);
        DeliveryLedger.Mark mark = ledger.mark();
        exporter.delivered(1);
        assertThat(ledger.accountsForAll(mark)).isTrue();
        assertThat(ledger.settle(true)).containsExactly(new Shortfall(Signal.SPANS, 1, 0));
    }
}
