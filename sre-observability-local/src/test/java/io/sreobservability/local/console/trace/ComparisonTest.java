package io.sreobservability.local.console.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.console.trace.Comparison.AttributeDifference;
import io.sreobservability.local.console.trace.Comparison.Side;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void theLargestDifferenceInTimeComesFirstAndWhatIsOnOneSideOnlyIsThere() {
        Comparison found = Comparison.of(
                List.of(span("a", "same", 5), span("b", "slower", 10), span("c", "slower", 10)),
                List.of(span("a", "same", 5), span("b", "slower", 70), span("c", "new", 30)));
        assertThat(found.operations())
                .extracting(one -> one.name() + " " + one.differenceNano() / 1_000_000)
                .containsExactly("slower 50", "new 30", "same 0");
        assertThat(found.operations().get(1).left()).isEqualTo(Side.ABSENT);
        assertThat(found.operations().get(0).left().calls()).isEqualTo(2);
    }

    @Test
    void whatSpansInheritIsOneDifferenceAndTextToReadComesLast() {
        Comparison found = Comparison.of(
                List.of(
                        span("a", "one", 1, "text", "x".repeat(300), "user", "Alice"),
                        span("b", "two", 1, "user", "Alice", "sre.investigation_id", "1")),
                List.of(
                        span("a", "one", 1, "text", "y".repeat(300), "user", "Carol"),
                        span("b", "two", 1, "user", "Carol", "sre.investigation_id", "2")));
        assertThat(found.attributes()).extracting(AttributeDifference::key).containsExactly("user", "text");
        assertThat(found.attributes().get(0))
                .isEqualTo(new AttributeDifference(List.of("one", "two"), "user", List.of("Alice"), List.of("Carol")));
    }

    private static SpanRecord span(String id, String name, long length, Object... attributes) {
        return Sample.span(id, null, name, 0, length, SpanKind.INTERNAL, "service", SpanStatus.UNSET, attributes);
    }
}
