package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.sreobservability.cloudwatch.delivery.ExportOutcome;
import org.jspecify.annotations.Nullable;

/** One export under way. */
final class Attempt {

    private final long begunNanos;
    private volatile @Nullable ExportOutcome outcome;

    Attempt(long begunNanos) {
        this.begunNanos = begunNanos;
    }

    void ended(CompletableResultCode result) {
        outcome = ExportOutcome.of(result);
    }

    void threw(Throwable thrown) {
        outcome = ExportOutcome.thrown(thrown);
    }

    long ageNanos(long nowNanos) {
        return nowNanos - begunNanos;
    }

    /** Null while it is under way. */
    @Nullable
    ExportOutcome outcome() {
        return outcome;
    }
}
