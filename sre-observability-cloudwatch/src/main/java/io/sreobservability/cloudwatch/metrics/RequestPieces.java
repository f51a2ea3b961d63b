package io.sreobservability.cloudwatch.metrics;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and, where it is refused for something in it, its halves. The larger ones come first, so that most of the good
 * data leave before many requests are spent on the bad ones.
 */
final class RequestPieces {

    /** A request with that many bad data or fewer never costs a good one; one that is bad as a whole ends here. */
    static final int FIRST_SPLITS = 80;

    /** What one bad datum among 1,000 takes, twice: while something is taken, the search goes on. */
    private static final int SPLITS_FOR_EACH_TAKEN = 20;

    /** A piece in which something is bad, and what was said of it. */
    record Refused(List<OutgoingDatum> data, ExportFailure why) {}

    private final Deque<List<OutgoingDatum>> untried = new ArrayDeque<>();
    private final Deque<Refused> refused = new ArrayDeque<>();
    private int splitsLeft = FIRST_SPLITS;

    RequestPieces(List<OutgoingDatum> request) {
        untried.add(request);
    }

    /** The piece to send next; null at the end. */
    @Nullable
    List<OutgoingDatum> next() {
        if (untried.isEmpty() && !refused.isEmpty() && splitsLeft > 0) {
            splitsLeft--;
            List<OutgoingDatum> whole = refused.remove().data();
            int half = whole.size() / 2;
            untried.add(whole.subList(0, half));
            untried.add(whole.subList(half, whole.size()));
        }
        return untried.poll();
    }

    /** The piece was taken. */
    void taken() {
        splitsLeft += SPLITS_FOR_EACH_TAKEN;
    }

    /** The piece, of more than one datum, was refused for something in it. */
    void refused(List<OutgoingDatum> data, ExportFailure why) {
        refused.add(new Refused(data, why));
    }

    /** Those that were refused and not tried in pieces, as nearly nothing was taken. */
    Collection<Refused> givenUp() {
        return refused;
    }
}
