package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.delivery.ExportOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items of a batch that are sent together, and what is known of them. */
final class Part {

    private final int size;
    private boolean possiblyTaken;
    private int stumblesInARow;
    private int pairs;
    private int tries;
    private boolean suspect;
    private @Nullable ExportOutcome taken;

    Part(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    /** Two parts with its items. What the receiver stumbled over may be in either, so stumbles are counted anew. */
    List<Part> halves() {
        return cutAfter(size / 2);
    }

    /** Two parts, the first with so many of its items. */
    List<Part> cutAfter(int items) {
        return List.of(like(items), like(size - items));
    }

    private Part like(int items) {
        Part piece = new Part(items);
        piece.possiblyTaken = possiblyTaken;
        piece.suspect = suspect;
        return piece;
    }

    /** The receiver may have taken it although it did not say so. */
    void mayHaveBeenTaken() {
        possiblyTaken = true;
    }

    boolean isPossiblyTaken() {
        return possiblyTaken;
    }

    /** The receiver stumbled over it once more; so often in a row. */
    int stumbled() {
        return ++stumblesInARow;
    }

    /** From now on so many times in a row. */
    void countStumblesFrom(int times) {
        stumblesInARow = times;
    }

    /** The receiver stumbled over it, and took another part right after that. */
    void pair() {
        pairs++;
    }

    /** So many pairs followed one another. */
    int pairs() {
        return pairs;
    }

    /** Something else came in between. */
    void forgetPairs() {
        pairs = 0;
    }

    /** The receiver stumbled over it together with the part in front of it. */
    void suspect() {
        suspect = true;
    }

    boolean isSuspect() {
        return suspect;
    }

    /** It was tried out of its turn. */
    void triedAsWitness() {
        tries++;
    }

    int triesAsWitness() {
        return tries;
    }

    /** It was taken out of its turn, and is settled when that comes. */
    void taken(ExportOutcome outcome) {
        taken = outcome;
    }

    /** How it was taken; null unless it was. */
    @Nullable
    ExportOutcome taken() {
        return taken;
    }
}
