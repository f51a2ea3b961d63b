package io.sreobservability.cloudwatch.delivery;

/** Items that wait, by where they are: each is counted in one place only. */
public record Holdings(long queued, long inFlight, long onDisk) {

    public static final Holdings NONE = new Holdings(0, 0, 0);

    public boolean isNothing() {
        return sum() == 0;
    }

    long sum() {
        return queued + inFlight + onDisk;
    }
}
