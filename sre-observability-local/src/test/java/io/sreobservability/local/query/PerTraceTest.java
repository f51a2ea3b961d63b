package io.sreobservability.local.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.store.Attributes;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import io.sreobservability.local.store.StoreLimits;
import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.store.TraceStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is remembered of traces is what would be made of them now, and only what has changed is made again. */
class PerTraceTest {
    /** At most three traces. */
    private static final StoreLimits LIMITS = new StoreLimits(3, 100, 100_000, 1, 1, 1, 1);

    @Property(tries = 200)
    void isAlwaysWhatWouldBeMadeNowAndNothingIsMadeTwice(
            @ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> arrivals) {
        TraceStore store = TelemetryStore.create(LIMITS).traces();
        Set<String> made = new HashSet<>();
        PerTrace<String> perTrace = new PerTrace<>(store, trace -> {
            assertThat(made.add(content(trace))).as("%s is made once", trace).isTrue();
            return content(trace);
        });

        for (int i = 0; i < arrivals.size(); i++) {
            store.add(span("trace-" + arrivals.get(i), "span-" + i));
            assertThat(perTrace.all())
                    .isEqualTo(
                            store.traces().stream().map(PerTraceTest::content).toList());
        }
        List<String> asked = new ArrayList<>(perTrace.all());
        assertThat(perTrace.all()).isEqualTo(asked);
    }

    private static String content(List<SpanRecord> trace) {
        return trace.stream()
                .map(span -> span.traceId() + "/" + span.spanId())
                .toList()
                .toString();
    }

    private static SpanRecord span(String traceId, String spanId) {
        return new SpanRecord(
                traceId,
                spanId,
                null,
                "name",
                SpanKind.INTERNAL,
                "service",
                "scope",
                1,
                2,
                SpanStatus.UNSET,
                "",
                Attributes.EMPTY,
                List.of(),
                Attributes.EMPTY,
                10);
    }
}
