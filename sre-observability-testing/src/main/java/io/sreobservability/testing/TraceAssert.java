package io.sreobservability.testing;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.testing.report.NameTree;
import io.sreobservability.testing.report.Seen;
import io.sreobservability.testing.report.SpanForest;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** Assertions about the tree of all ended spans. Immutable. */
public final class TraceAssert {
    private final List<SpanData> spans;

    TraceAssert(List<SpanData> spans) {
        this.spans = spans;
    }

    /**
     * Asserts the whole tree, the children of a span in the order in which they started.
     *
     * @param names one span name per line, indented by two more spaces than its parent; best a text block
     */
    public TraceAssert isTree(String names) {
        return hasText(SpanForest.of(spans).names(), names.stripTrailing());
    }

    /** Asserts the whole tree, the children of a span in any order: for work that runs in parallel. */
    public TraceAssert isTreeInAnyOrder(String names) {
        return hasText(NameTree.sorted(SpanForest.of(spans).names()), NameTree.sorted(names));
    }

    private TraceAssert hasText(String actual, String expected) {
        if (!actual.equals(expected)) {
            throw new AssertionFailedError(
                    "The trace should be\n" + expected.indent(2) + Seen.spans(spans), expected, actual);
        }
        return this;
    }
}
