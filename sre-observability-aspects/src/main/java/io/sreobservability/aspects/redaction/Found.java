package io.sreobservability.aspects.redaction;

/** A part of a text in one number, so that looking for secrets allocates nothing. */
final class Found {
    /** No secret here. */
    static final long NOTHING = -1;

    private Found() {}

    /** The characters from {@code start} to before {@code end}. */
    static long range(int start, int end) {
        return ((long) start << 32) | end;
    }

    static int start(long found) {
        return (int) (found >> 32);
    }

    static int end(long found) {
        return (int) found;
    }
}
