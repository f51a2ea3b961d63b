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
            } else {
                failed(items, result.getFailureThrowable());
                observed.fail();
            }
        });
        return observed;
    }

    private void failed(int items, @Nullable Throwable thrown) {
        ExportFailure known = ExportFailure.behind(thrown);
        if (known == null) {
            ledger.failed(items);
            health.failed(ledger.signal(), FailureReason.of(thrown));
            return;
        }
        long lost = known.lostOf(items);
        ledger.failed(lost, known.kind());
        ledger.delivered(items - lost);
        health.failed(ledger.signal(), known.reason());
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
