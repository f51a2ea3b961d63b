package io.sreobservability.testing;

import io.sreobservability.testing.report.Seen;
import java.util.List;
import java.util.function.Consumer;
import org.opentest4j.AssertionFailedError;

/** Assertions about all ended spans of one name. */
public final class SpansAssert {
    private final RecordedTelemetry telemetry;
    private final String name;

    SpansAssert(RecordedTelemetry telemetry, String name) {
        this.telemetry = telemetry;
        this.name = name;
    }

    /** Asserts how many there are. */
    public SpansAssert hasCount(int expected) {
        telemetry.patience().await(() -> telemetry.named(name).size() >= expected);
        int actual = telemetry.named(name).size();
        if (actual != expected) {
            throw new AssertionFailedError(
                    "Expected " + spans(expected) + " `" + name + "`, but " + actual + (actual == 1 ? " was" : " were")
                            + " recorded.\n" + Seen.spans(telemetry.allSpans()),
                    expected,
                    actual);
        }
        return this;
    }

    /** Asserts the same of each, in the order in which they started. */
    public SpansAssert each(Consumer<SpanAssert> assertions) {
        all().forEach(assertions);
        return this;
    }

    /**
     * Assertions about one of them.
     *
     * @param index its place in the order in which they started, from 0
     */
    public SpanAssert get(int index) {
        List<SpanAssert> all = all();
        if (index < 0 || index >= all.size()) {
            throw new AssertionFailedError("There is no span `" + name + "` number " + index + ", counted from 0.\n"
                    + Seen.spans(telemetry.allSpans()));
        }
        return all.get(index);
    }

    SpanAssert only() {
        return get(0);
    }

    private List<SpanAssert> all() {
        return telemetry.named(name).stream()
                .map(span -> new SpanAssert(span, telemetry.allSpans()))
                .toList();
    }

    private static String spans(int count) {
        return count == 1 ? "one span" : count + " spans";
    }
}
