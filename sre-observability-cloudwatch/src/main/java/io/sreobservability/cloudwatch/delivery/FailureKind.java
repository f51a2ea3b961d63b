package io.sreobservability.cloudwatch.delivery;

/** Why items were not delivered, coarsely enough to count. */
public enum FailureKind {
    /** The receiver took the request but not these items. */
    REJECTED(true),
    /** No request may hold an item of this size, so it was not sent. */
    OVERSIZE(false),
    /** The receiver takes nothing that old, or that far ahead, so it was not sent. */
    OUT_OF_TIME(false),
    /** The receiver found fault with these items themselves. */
    INVALID(true),
    /** The receiver refused the request, whatever is in it, and would again. */
    REFUSED(true),
    /** There was nothing to sign the request with; it was not sent. */
    NO_CREDENTIALS(true),
    /** Nobody answered, or only with errors that pass, until the time or the attempts were used up. */
    UNAVAILABLE(true),
    /** An exporter that says no more, or a mistake in it. */
    OTHER(true),
    /** There was no room in the buffer. */
    QUEUE_FULL(false),
    /** They came after the shutdown, or were left at its end with no disk to keep them. */
    SHUT_DOWN(false),
    /** What was kept on the disk could not be read again. */
    DAMAGED(false),
    /** No receiver would take them. */
    UNSENDABLE(false);

    private final boolean tried;

    FailureKind(boolean tried) {
        this.tried = tried;
    }

    /** Whether it was tried to send them ({@code failed}) or not even that ({@code dropped}). */
    public boolean tried() {
        return tried;
    }
}
