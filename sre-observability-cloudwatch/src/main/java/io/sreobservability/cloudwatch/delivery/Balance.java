package io.sreobservability.cloudwatch.delivery;

/**
 * The numbers of one {@link ExporterLedger} at one moment, in items since the start.
 *
 * @param recorded items that came to be in this process
 * @param recovered items that an earlier process left on the disk
 * @param delivered items that the receiver acknowledged
 * @param unconfirmed items that were sent on a way on which nothing is acknowledged
 * @param failed items that were tried to be sent and given up
 * @param dropped items that were given up without being sent
 * @param waiting items that wait, as whoever holds them counts them
 * @param possiblyDuplicated delivered items that the receiver may have got more than once
 */
public record Balance(
        Signal signal,
        long recorded,
        long recovered,
        long delivered,
        long unconfirmed,
        long failed,
        long dropped,
        Holdings waiting,
        long possiblyDuplicated) {

    /** Items of which the books do not say what became of them: zero once everything is quiet. */
    public long missing() {
        return recorded + recovered - delivered - unconfirmed - failed - dropped - waiting.sum();
    }

    @Override
    public String toString() {
        return signal.items() + ": " + recorded + " recorded + " + recovered + " recovered = " + delivered
                + " delivered + "
                + unconfirmed + " unconfirmed + " + failed + " failed + " + dropped + " dropped + " + waiting.queued()
                + " queued + " + waiting.inFlight() + " in flight + " + waiting.onDisk() + " on disk"
                + (missing() == 0 ? "" : " + " + missing() + " unaccounted for");
    }
}
