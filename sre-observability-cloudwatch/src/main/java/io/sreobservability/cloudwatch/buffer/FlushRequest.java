package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;

/**
 * Somebody waits for what is in the pipeline to be acknowledged. It ends when all of it is settled, or with the first try
 * that shows that the receiver does not take it now. Used by the worker, but for its result.
 */
final class FlushRequest {

    private final CompletableResultCode result;
    private long unsettled;
    private long attemptsBefore;
    private long lossesTold;
    private boolean inVain;

    FlushRequest(CompletableResultCode result) {
        this.result = result;
    }

    CompletableResultCode result() {
        return result;
    }

    /**
     * So many items wait now, and these are meant; so many exports were begun before, and of so many losses earlier requests
     * have told.
     */
    void begin(long waiting, long attempts, long told) {
        unsettled = waiting;
        attemptsBefore = attempts;
        lossesTold = told;
    }

    /** Whether it has no losses to tell. Others that were under way at the same time tell the same ones. */
    boolean isLossless(long losses) {
        return losses == lossesTold;
    }

    void settled(long items) {
        unsettled = Math.max(0, unsettled - items);
    }

    boolean isSettled() {
        return unsettled == 0;
    }

    /** The receiver did not take this export; only one that was begun for this request counts. */
    void triedInVain(long attempt) {
        inVain |= attempt > attemptsBefore;
    }

    boolean isInVain() {
        return inVain;
    }

    void end(boolean acknowledged) {
        if (acknowledged) {
            result.succeed();
        } else {
            result.fail();
        }
    }
}
