package io.sreobservability.local.console.trace;

import static io.sreobservability.local.console.trace.Sample.failed;
import static io.sreobservability.local.console.trace.Sample.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.console.trace.Bottleneck.Where;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Critical path, bottleneck and the places where errors began: the definitions that the terminal's view follows, too. */
class FindingsTest {
    @Test
    void theLastChildToEndIsWhatTheParentWaitedFor() {
        assertThat(path(span("r", null, "root", 0, 10), span("a", "r", "slow", 1, 8), span("b", "r", "fast", 1, 5)))
                .containsExactly("root 0-1", "slow 1-8", "root 8-10");
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

    @Property(tries = 200)
    void theSegmentsOfThePathAreTogetherAsLongAsTheRoot(
            @ForAll @Size(max = 20) List<@IntRange(max = 999) Integer> numbers) {
        List<SpanRecord> spans = new ArrayList<>(List.of(span("s0", null, "root", 10, 60)));
        for (int number : numbers) {
            String parent = "s" + number % spans.size();
            spans.add(span("s" + spans.size(), parent, "n", number % 70, number % 70 + number / 20));
        }
        long reached = 10_000_000;
        for (CriticalPath.Segment segment :
                CriticalPath.of(SpanTree.of(spans).root().orElseThrow()).segments()) {
            assertThat(segment.startUnixNano()).isEqualTo(reached);
            reached = segment.endUnixNano();
        }
        assertThat(reached).isEqualTo(60_000_000);
    }

    @Test
    void theSlowestAgentWaitedForTheLastServerInLine() {
        Bottleneck found = bottleneck(
                server("g", "k", "gateway", 10, 90),
                server("s", "g", "k8s-api", 12, 88),
                span("c", "k", "chat x", 90, 99));
        assertThat(found.name()).isEqualTo("kubernetes");
        assertThat(found.where()).isEqualTo(Where.BACKEND);
        assertThat(found.slowest().span().service()).isEqualTo("k8s-api");
        assertThat(found.nanos()).isEqualTo(76_000_000);
    }

    @Test
    void orForItsModelItsToolsOrItself() {
        assertThat(bottleneck(span("c", "k", "chat x", 10, 90)).where()).isEqualTo(Where.MODEL);
        assertThat(bottleneck(span("c", "k", "tool.x", 10, 90)).where()).isEqualTo(Where.TOOLS);
        assertThat(bottleneck(span("c", "k", "tool.x", 10, 20)).where()).isEqualTo(Where.ITSELF);
    }

    @Test
    void anErrorBeganWhereNothingBelowItFailed() {
        List<ErrorOrigin> origins = origins(
                failed("r", null, "supervisor.investigate", "connection_refused"),
                failed("a", "r", "agent.x.execute", "connection_refused"),
                span("m", "a", "tools/call k8s-api___get", 0, 1),
                client("g", "m"),
                client("h", "m"));
        assertThat(origins).hasSize(1);
        assertThat(origins.get(0).cause()).isEqualTo("connection refused at 127.0.0.1:8011 (k8s-api)");
        assertThat(origins.get(0).service()).isEqualTo("gateway");
        assertThat(origins.get(0).spans())
                .extracting(node -> node.span().spanId())
                .containsExactly("g", "h");
    }

    @Test
    void aTryWhoseCauseStandsBesideItIsNotAnOrigin() {
        List<ErrorOrigin> origins = origins(
                failed("c", null, "tool.x", "timeout"),
                failed("t", "c", "tool.x.attempt", "timeout"),
                failed("p", "c", "POST /mcp", "504"));
        assertThat(origins).extracting(ErrorOrigin::cause).containsExactly("504 in POST /mcp");
    }

    private static List<String> path(SpanRecord... spans) {
        return CriticalPath.of(SpanTree.of(List.of(spans)).root().orElseThrow()).segments().stream()
                .map(segment -> segment.node().span().name() + " " + segment.startUnixNano() / 1_000_000 + "-"
                        + segment.endUnixNano() / 1_000_000)
                .toList();
    }

    private static Bottleneck bottleneck(SpanRecord... ofSlowest) {
        List<SpanRecord> spans = new ArrayList<>(List.of(ofSlowest));
        spans.add(span("r", null, "supervisor.investigate", 0, 120));
        spans.add(span("k", "r", "agent.kubernetes.execute", 5, 100));
        spans.add(span("l", "r", "agent.logs.execute", 5, 50));
        return Bottleneck.of(SpanTree.of(spans)).orElseThrow();
    }

    private static List<ErrorOrigin> origins(SpanRecord... spans) {
        return ErrorOrigin.in(SpanTree.of(List.of(spans)));
    }

    private static SpanRecord server(String id, String parent, String service, long from, long to) {
        return span(id, parent, "GET", from, to, SpanKind.SERVER, service, SpanStatus.UNSET);
    }

    private static SpanRecord client(String id, String parent) {
        return span(
                id,
                parent,
                "GET",
                0,
                1,
                SpanKind.CLIENT,
                "gateway",
                SpanStatus.ERROR,
                "error.type",
                "connection_refused",
                "server.address",
                "127.0.0.1",
                "server.port",
                8011L);
    }
}
