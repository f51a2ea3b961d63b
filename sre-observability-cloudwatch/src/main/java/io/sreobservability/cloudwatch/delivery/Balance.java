package io.sreobservability.cloudwatch.delivery;

/** The numbers of one {@link ExporterLedger} at one moment, in items since the start. */
public record Balance(
        Signal signal, long recorded, long delivered, long failed, long dropped, long possiblyDuplicated) {

    /** Items that are queued or in flight. */
    public long waiting() {
        return recorded - delivered - failed - dropped;
    }
}
