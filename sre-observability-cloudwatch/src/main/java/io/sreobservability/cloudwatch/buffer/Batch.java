package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.delivery.ExportOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items at the front of the backlog, and the parts in which they are sent: one at first, more if the receiver refuses a
 * part for something in it. Parts are settled in order.
 *
 * <p>A receiver that stumbles over the first part again and again may be away, or may not cope with something in that part. Then
 * the part is halved, and another one, the witness, is tried before it. If the receiver takes the witness, it is well for now. An
 * item is given up only if it stumbles over that alone and takes a witness right after it, many times without anything in between:
 * a receiver that takes some requests and not others, whatever is in them, does not come to that.
 */
final class Batch<T> {

    /** So many items refused one by one, and none taken: then it is not about the items. */
    private static final int REFUSED_IN_A_ROW = 32;

    private static final int SUSPECT_TRIES = 3;

    /** After so many in a row a witness is asked. */
    private static final int STUMBLES = 5;

    /** So many pairs of a stumble and a witness that is taken, one after the other, and the item is given up. */
    private static final int PAIRS = 8;

    /** Beyond so many none is added: an outage that lasts must not fill the memory. */
    private static final int MOST_WITNESSES = 16;

    private final List<Entry<T>> entries;
    private final List<Part> parts = new ArrayList<>();
    private int next;
    private boolean onDisk;
    private boolean anyTaken;
    private boolean lastWitnessTaken;
    private int refused;
    private int suspectTries;

    Batch(List<Entry<T>> entries, boolean onDisk) {
        this.entries = new ArrayList<>(entries);
        this.onDisk = onDisk;
        parts.add(new Part(entries.size()));
    }

    /** Items that are not settled. */
    List<Entry<T>> entries() {
        return entries;
    }

    boolean isSettled() {
        return entries.isEmpty();
    }

    /** Whether its items are kept on the disk, too. */
    boolean isOnDisk() {
        return onDisk;
    }

    void keptOnDisk() {
        onDisk = true;
    }

    /** The items of the part that is to be sent next. */
    List<T> part() {
        int from = parts.subList(0, next).stream().mapToInt(Part::size).sum();
        return entries.subList(from, from + partSize()).stream()
                .map(Entry::item)
                .toList();
    }

    int partSize() {
        return parts.get(next).size();
    }

    private Part first() {
        return parts.get(0);
    }

    /** The receiver may have taken the part although it did not say so. */
    void mayHaveBeenTaken() {
        parts.get(next).mayHaveBeenTaken();
    }

    /** How many items of the first part the receiver may have got more than once, if it takes the part. */
    int possiblyDuplicated() {
        return first().isPossiblyTaken() ? first().size() : 0;
    }

    /** The first part was taken. If the receiver stumbled over it together with the next one, that is a witness, too. */
    void taken() {
        anyTaken = true;
        refused = 0;
        if (parts.size() > 1 && parts.get(1).isSuspect()) {
            doubt(parts.get(1));
        }
    }

    /**
     * The part was refused for something in it, and is not to be given up: it becomes two. One that came to be one item, or
     * that follows too many refused ones, cannot be saved.
     *
     * @return false if it is to be given up
     */
    boolean split() {
        if (first().size() == 1) {
            refused++;
            return false;
        }
        if (!anyTaken && refused >= REFUSED_IN_A_ROW) {
            return false;
        }
        halve(0);
        return true;
    }

    private void halve(int index) {
        parts.addAll(index, parts.remove(index).halves());
    }

    /** Something broke; whether another try as a whole is due before the part is split. */
    boolean isWorthAnotherTry() {
        return ++suspectTries < SUSPECT_TRIES;
    }

    /**
     * The receiver stumbled over the first part.
     *
     * @return whether it is time for a witness
     */
    boolean stumbled() {
        if (first().stumbled() < STUMBLES) {
            return false;
        }
        first().countStumblesFrom(first().pairs() > 0 ? STUMBLES - 1 : 0);
        if (first().size() > 1) {
            halve(0);
            parts.get(1).suspect();
        }
        return true;
    }

    private List<Part> witnesses() {
        return parts.stream().skip(1).filter(part -> part.taken() == null).toList();
    }

    /** Whether all others were asked, and more may be added. */
    boolean lacksWitness() {
        List<Part> witnesses = witnesses();
        return witnesses.size() < MOST_WITNESSES && witnesses.stream().noneMatch(part -> part.triesAsWitness() == 0);
    }

    /** Items that wait behind the batch belong to it from now on, as a part of their own. */
    void add(List<Entry<T>> more) {
        if (!more.isEmpty()) {
            entries.addAll(more);
            parts.add(new Part(more.size()));
        }
    }

    /**
     * The next to be sent is the part that was a witness the fewest times, if there is one that was not taken. Once the receiver has
     * taken a whole one, one item of it will do: so few must wait behind a bad item.
     */
    void tryWitness() {
        witnesses().stream().min(Comparator.comparingInt(Part::triesAsWitness)).ifPresent(witness -> {
            next = parts.indexOf(witness);
            if (lastWitnessTaken && witness.size() > 1) {
                parts.addAll(next, parts.remove(next).cutAfter(1));
            }
            parts.get(next).triedAsWitness();
        });
    }

    /** Whether the part that was sent last, or is sent next, is a witness. */
    boolean isAskingWitness() {
        return next > 0;
    }

    /** The receiver took the witness, so it is well for now. */
    void witnessTaken(ExportOutcome outcome) {
        parts.get(next).taken(outcome);
        next = 0;
        anyTaken = true;
        lastWitnessTaken = true;
        if (first().size() == 1) {
            first().pair();
        }
        doubt(first());
    }

    /** The next time that the receiver stumbles over it, it is halved and a witness is asked. */
    private static void doubt(Part part) {
        part.countStumblesFrom(STUMBLES - 1);
    }

    /** Whether the first part is an item that must be given up: the receiver stumbles over it, and not over others. */
    boolean isHopeless() {
        return first().pairs() >= PAIRS;
    }

    /** What the first part met with was no stumble: pairs are counted anew. */
    void interrupted() {
        first().forgetPairs();
    }

    /** The receiver did not take the witness: nothing follows, unless it took others; then smaller ones are asked the next time. */
    void witnessNotTaken() {
        if (anyTaken && partSize() > 1) {
            halve(next);
        }
        next = 0;
        lastWitnessTaken = false;
        interrupted();
    }

    /** How the part that is first now was taken out of its turn; null if it was not. */
    @Nullable
    ExportOutcome firstTaken() {
        return parts.isEmpty() ? null : first().taken();
    }

    /** How many items were taken out of their turn and are not settled. */
    int takenAhead() {
        return parts.stream()
                .filter(part -> part.taken() != null)
                .mapToInt(Part::size)
                .sum();
    }

    /** The first part has its outcome. */
    List<Entry<T>> settle() {
        next = 0;
        List<Entry<T>> settled = entries.subList(0, parts.remove(0).size());
        List<Entry<T>> copy = List.copyOf(settled);
        settled.clear();
        return copy;
    }
}
