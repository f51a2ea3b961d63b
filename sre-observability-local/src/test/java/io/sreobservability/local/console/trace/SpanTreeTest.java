package io.sreobservability.local.console.trace;

import static io.sreobservability.local.console.trace.Sample.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.store.SpanRecord;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpanTreeTest {
    @Test
    void callersComeBeforeWhatTheyCallAndSiblingsByStart() {
        SpanTree tree = SpanTree.of(List.of(
                span("c", "b", "inner", 5, 6),
                span("d", "a", "second", 7, 8),
                span("b", "a", "first", 1, 6),
                span("a", null, "root", 0, 9)));
        assertThat(tree.nodes())
                .extracting(node -> node.depth() + node.span().name())
                .containsExactly("0root", "1first", "2inner", "1second");
        assertThat(tree.below(tree.nodes().get(1)))
                .extracting(node -> node.span().name())
                .containsExactly("inner");
    }

    @Test
    void aSpanWhoseCallerDidNotArriveStandsAtTheTopAndIsSaidSo() {
        SpanTree tree = SpanTree.of(List.of(span("b", "missing", "orphan", 3, 4), span("a", null, "root", 0, 9)));
        assertThat(tree.nodes()).extracting(SpanNode::depth).containsExactly(0, 0);
        assertThat(tree.nodes()).extracting(SpanNode::isDetached).containsExactly(false, true);
    }

    /** Whoever names whom as parent: circles, themselves, nobody. */
    @Property(tries = 300)
    void everySpanStandsOnceBelowItsCallerOrAtTheTop(
            @ForAll @Size(max = 30) List<@IntRange(min = -1, max = 30) Integer> parents) {
        List<SpanRecord> spans = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            int parent = parents.get(i);
            spans.add(span("s" + i, parent < 0 ? null : "s" + parent, "n", i % 7, 10));
        }
        SpanTree tree = SpanTree.of(spans);
        assertThat(tree.nodes()).extracting(SpanNode::span).containsExactlyInAnyOrderElementsOf(spans);
        for (SpanNode node : tree.nodes()) {
            SpanNode caller = node.caller();
            assertThat(caller == null || tree.below(caller).contains(node)).isTrue();
            assertThat(node.depth()).isEqualTo(caller == null ? 0 : caller.depth() + 1);
            assertThat(tree.below(node)).containsAll(node.callees());
        }
    }
}
