package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.delivery.ExportOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items of a batch that are sent together, and what is known of them. */
final class Part {

    private final int size;
    private boolean possiblyTaken;
    private int stumbles;
    private int stumblesInARow;
    private int proofs;
    private int tries;
    private boolean suspect;
    private @Nullable ExportOutcome taken;

    Part(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    /** Two parts with its items, of which the same is known. */
    List<Part> halves() {
        return List.of(like(size / 2), like(size - size / 2));
    }

    private Part like(int items) {
        Part half = new Part(items);
        half.possiblyTaken = possiblyTaken;
        half.proofs = proofs;
        return half;
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
        stumbles++;
        return ++stumblesInARow;
    }

    /** How often the receiver stumbled over it, and not over a larger part with it. */
    int stumbles() {
        return stumbles;
    }

    /** From now on so many times in a row. */
    void countStumblesFrom(int times) {
        stumblesInARow = times;
    }

    /** The receiver took another part right after it had stumbled over this one, or over a larger one with it. */
    void proven() {
        proofs++;
    }

    int proofs() {
        return proofs;
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
