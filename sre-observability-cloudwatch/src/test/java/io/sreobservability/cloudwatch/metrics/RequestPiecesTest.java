package io.sreobservability.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** How bad data are found in a request of 1,000, when CloudWatch refuses all of it for one. */
class RequestPiecesTest {

    private static final int DATA = 1000;
    private static final int LEVELS = 10;

    private int requests;

    /** What is not taken in the end. */
    private Set<Integer> lost(Set<Integer> bad) {
        requests = 0;
        Set<Integer> lost = new TreeSet<>();
        RequestPieces pieces = new RequestPieces(IntStream.range(0, DATA)
                .mapToObj(i -> new OutgoingDatum(i, MetricDatum.builder().build()))
                .toList());
        for (List<OutgoingDatum> piece = pieces.next(); piece != null; piece = pieces.next()) {
            requests++;
            if (piece.stream().noneMatch(datum -> bad.contains(datum.point()))) {
                pieces.taken();
            } else if (piece.size() == 1) {
                lost.add(piece.get(0).point());
            } else {
                pieces.refused(piece, new ExportFailure(FailureKind.INVALID, "HTTP status 400"));
            }
        }
        pieces.givenUp().forEach(piece -> piece.data().forEach(datum -> lost.add(datum.point())));
        return lost;
    }

    private static Set<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toSet());
    }

    @Property(tries = 200)
    void badOnesCostOnlyThemselvesWhereverTheyStand(
            @ForAll @Size(max = RequestPieces.FIRST_SPLITS) Set<@IntRange(max = DATA - 1) Integer> bad) {
        assertThat(lost(bad)).isEqualTo(bad);
        assertThat(requests).isLessThanOrEqualTo(1 + 2 * LEVELS * bad.size());
    }

    @Property(tries = 100)
    void manyThatStandTogetherCostOnlyThemselves(
            @ForAll @IntRange(max = DATA) int from, @ForAll @IntRange(max = 120) int length) {
        Set<Integer> bad = range(from, Math.min(DATA, from + length));
        assertThat(lost(bad)).isEqualTo(bad);
    }

    @Example
    void aRequestThatIsBadAsAWholeIsGivenUp() {
        assertThat(lost(new HashSet<>(range(0, DATA)))).hasSize(DATA);
        assertThat(requests).isLessThanOrEqualTo(1 + 2 * RequestPieces.FIRST_SPLITS);
    }
}
