package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Books the outcome of every export of one exporter, and keeps its exceptions away from the SDK's worker thread. */
final class ExportObserver {

    private final ExporterLedger ledger;
    private final EndpointHealth health;

    ExportObserver(ExporterLedger ledger, EndpointHealth health) {
        this.ledger = ledger;
        this.health = health;
    }

    /**
     * Runs one export.
     *
     * @return completes after the outcome is in the books, so that whoever waits for it reads true numbers
     */
    CompletableResultCode observe(int items, Supplier<CompletableResultCode> export) {
        CompletableResultCode observed = new CompletableResultCode();
        CompletableResultCode result = started(export);
        result.whenComplete(() -> {
            if (result.isSuccess()) {
                ledger.delivered(items);
                health.succeeded(ledger.signal());
                observed.succeed();
            } else if (isTakenAfterAll(items, result.getFailureThrowable())) {
                observed.succeed();
            } else {
                observed.fail();
            }
        });
        return observed;
    }

    /** Books what is not a plain success; whether every item was taken all the same. */
    private boolean isTakenAfterAll(int items, @Nullable Throwable thrown) {
        ExportFailure known = ExportFailure.behind(thrown);
        if (known == null) {
            ledger.failed(items);
            health.failed(ledger.signal(), FailureReason.of(thrown));
            return false;
        }
        ExportOutcome outcome = known.outcome();
        long taken = outcome.isTaken() ? Math.max(0, items - outcome.rejected()) : 0;
        ledger.failed(items - taken, outcome.kind());
        ledger.delivered(taken);
        ledger.possiblyDuplicated(outcome.unclear() ? taken : 0);
        if (outcome.next() == ExportOutcome.Next.DONE) {
            health.succeeded(ledger.signal());
            return true;
        }
        health.failed(ledger.signal(), outcome.reason());
        return false;
    }

    /** An Error out of an exporter would end the SDK's worker for good, and all later telemetry with it. */
    private static CompletableResultCode started(Supplier<CompletableResultCode> export) {
        try {
            return export.get();
        } catch (Throwable thrown) {
            return CompletableResultCode.ofExceptionalFailure(thrown);
        }
    }
}
