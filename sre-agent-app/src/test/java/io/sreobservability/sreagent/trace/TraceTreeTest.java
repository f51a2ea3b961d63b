package io.sreobservability.sreagent.trace;

import static io.sreobservability.sreagent.trace.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.trace.TraceTree.MissingParent;
import io.sreobservability.sreagent.trace.TraceTree.SpanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTreeTest {
    @Test
    void childrenStandBelowTheirParentInTheOrderOfTheirStart() {
        TraceTree tree = TraceTree.of(
                List.of(span("c", "a", "late", 5, 6), span("b", "a", "early", 1, 9), span("a", null, "root", 0, 10)));

        assertThat(tree.root().orElseThrow().children())
                .extracting(node -> node.span().name())
                .containsExactly("early", "late");
    }

    @Test
    void spansWhoseParentDidNotArriveStandTogetherUnderAPlaceholder() {
        TraceTree tree = TraceTree.of(
                List.of(span("a", null, "root", 0, 10), span("b", "x", "one", 1, 2), span("c", "x", "two", 3, 4)));

        assertThat(tree.top()).hasSize(2);
        assertThat(tree.top().get(1)).isInstanceOfSatisfying(MissingParent.class, missing -> {
            assertThat(missing.spanId()).isEqualTo("x");
            assertThat(missing.children()).hasSize(2);
        });
    }

    @Test
    void aCycleIsCutAndWhatHangsOnItStaysBelowIt() {
        TraceTree tree = TraceTree.of(
                List.of(span("tail", "b", "tail", 0, 1), span("a", "b", "a", 2, 3), span("b", "a", "b", 4, 5)));

        assertThat(tree.root()).as("a cycle has no root").isEmpty();
        assertThat(tree.top()).hasSize(1);
        assertThat(TraceTree.below((SpanNode) tree.top().get(0)))
                .extracting(node -> node.span().name())
                .containsExactlyInAnyOrder("a", "b", "tail");
    }

    @Test
    void aSpanThatIsItsOwnParentStandsAtTheTop() {
        TraceTree tree = TraceTree.of(List.of(span("a", "a", "self", 0, 1)));

        assertThat(tree.top())
                .singleElement()
                .isInstanceOfSatisfying(
                        SpanNode.class, node -> assertThat(node.children()).isEmpty());
    }

    @Test
    void theLongestParentlessSpanIsTheRoot() {
        TraceTree tree = TraceTree.of(List.of(span("a", null, "probe", 0, 1), span("b", null, "work", 1, 9)));

        assertThat(tree.root().orElseThrow().span().name()).isEqualTo("work");
    }

    @Test
    void aChainOfAnyDepthIsDrawnAndWalked() {
        List<TraceSpan> chain = new ArrayList<>(List.of(span("0", null, "root", 0, 50_000)));
        IntStream.range(1, 20_000).forEach(i -> chain.add(span("" + i, "" + (i - 1), "level", i, 50_000)));

        TraceTree tree = TraceTree.of(chain);

        CriticalPath path = CriticalPath.of(tree.root().orElseThrow());
        assertThat(path.segments()).hasSize(20_000);
        assertThat(new Waterfall(tree, path.spans(), new Style(80, true, false)).lines())
                .hasSize(20_001);
    }
}
