package io.sreobservability.maven.source;

/** A text that does not follow its grammar. */
public final class UnreadableTextException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /**
     * A text that cannot be read.
     *
     * @param place where it stops making sense
     * @param message what is wrong there, without a full stop
     */
    public UnreadableTextException(Place place, String message) {
        super(message);
        this.place = place;
    }

    /** Where the text stops making sense. */
    public Place place() {
        return place;
    }
}
