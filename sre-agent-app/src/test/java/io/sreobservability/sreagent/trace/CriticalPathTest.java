package io.sreobservability.sreagent.trace;

import static io.sreobservability.sreagent.trace.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    @Test
    void theLastChildToEndIsWhatTheParentWaitedFor() {
        assertThat(path(span("r", null, "root", 0, 10), span("a", "r", "slow", 1, 8), span("b", "r", "fast", 1, 5)))
                .containsExactly("root 0-1", "slow 1-8", "root 8-10");
    }

    @Test
    void whatHappenedOneAfterTheOtherIsAllOnThePath() {
        assertThat(path(
                        span("r", null, "root", 0, 10),
                        span("a", "r", "first", 0, 4),
                        span("b", "r", "second", 4, 9),
                        span("c", "b", "inner", 5, 8)))
                .containsExactly("first 0-4", "second 4-5", "inner 5-8", "second 8-9", "root 9-10");
    }

    @Test
    void aChildThatWasStillRunningWhenTheAwaitedOneBeganIsNotWaitedFor() {
        assertThat(path(
                        span("r", null, "root", 0, 10),
                        span("a", "r", "overlapping", 0, 6),
                        span("b", "r", "awaited", 4, 10)))
                .containsExactly("root 0-4", "awaited 4-10");
    }

    @Test
    void aServersSkewedClockCannotStretchThePath() {
        assertThat(path(span("r", null, "root", 10, 20), span("s", "r", "server", 2, 15), span("t", "s", "db", 1, 30)))
                .containsExactly("db 10-15", "root 15-20");
    }

    @Test
    void aChildOutsideItsParentIsNotOnThePath() {
        assertThat(path(span("r", null, "root", 10, 20), span("s", "r", "other day", 90, 95)))
                .containsExactly("root 10-20");
    }

    @Test
    void sharesSumUpWhatEachSpanAddedByItself() {
        CriticalPath path =
                CriticalPath.of(TraceTree.of(List.of(span("r", null, "root", 0, 10), span("a", "r", "slow", 1, 8)))
                        .root()
                        .orElseThrow());

        assertThat(path.shares())
                .extracting(share -> share.span().name() + " " + share.ownNano() / 1_000_000)
                .containsExactly("root 3", "slow 7");
    }

    private static List<String> path(TraceSpan... spans) {
        return CriticalPath.of(TraceTree.of(List.of(spans)).root().orElseThrow()).segments().stream()
                .map(segment -> segment.span().name() + " " + segment.startUnixNano() / 1_000_000 + "-"
                        + segment.endUnixNano() / 1_000_000)
                .toList();
    }
}
