package io.sreobservability.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Every store stays within its limit and counts what it did not keep. */
class BoundedStoresTest {
    private static final StoreLimits LIMITS = new StoreLimits(3, 4, 1_000, 1_000, 1_000, 1, 1);

    private final TelemetryStore store = TelemetryStore.create(LIMITS);

    @Test
    void theOldestTraceMakesRoomForANewOne() {
        for (String trace : List.of("a", "b", "c", "a", "d")) {
            store.traces().add(span(trace, "1", 10));
        }
        assertThat(store.traces().trace("a")).isEmpty();
        assertThat(store.traces().traces()).hasSize(3);
        assertThat(store.traces().counts()).isEqualTo(new TraceStore.Counts(3, 3, 1, 1, 1, 0));
    }

    @Test
    void largeSpansPushOutAsManyTracesAsTheyNeed() {
        store.traces().add(span("a", "1", 400));
        store.traces().add(span("b", "1", 400));
        store.traces().add(span("c", "1", 900));
        assertThat(store.traces().counts()).isEqualTo(new TraceStore.Counts(1, 1, 2, 2, 0, 0));
    }

    @Test
    void aTraceThatGrowsKeepsItselfAndPushesOutOthersEvenYoungerOnes() {
        store.traces().add(span("a", "1", 400));
        store.traces().add(span("b", "1", 400));
        assertThat(store.traces().add(span("a", "2", 400))).isEqualTo(TraceStore.Outcome.STORED);
        assertThat(store.traces().trace("a")).hasSize(2);
        assertThat(store.traces().trace("b")).isEmpty();
    }

    @Test
    void aTraceAtItsOwnLimitRefusesFurtherSpans() {
        for (int i = 0; i < 4; i++) {
            assertThat(store.traces().add(span("a", "s" + i, 10))).isEqualTo(TraceStore.Outcome.STORED);
        }
        assertThat(store.traces().add(span("a", "s4", 10))).isEqualTo(TraceStore.Outcome.TRACE_FULL);
        assertThat(store.traces().add(span("b", "1", 1_001))).isEqualTo(TraceStore.Outcome.TRACE_FULL);
        assertThat(store.traces().counts()).isEqualTo(new TraceStore.Counts(1, 4, 0, 0, 0, 2));
    }

    /** The books balance: every span added is held, dropped, a duplicate or refused. */
    @Property(tries = 300)
    void everySpanIsAccountedFor(
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> traces,
            @ForAll @IntRange(min = 1, max = 600) int size) {
        TraceStore bounded = TelemetryStore.create(LIMITS).traces();
        int i = 0;
        for (int trace : traces) {
            bounded.add(span("t" + trace, "s" + (i++ % 7), size));
        }
        TraceStore.Counts counts = bounded.counts();
        assertThat(counts.spans() + counts.droppedSpans() + counts.duplicateSpans() + counts.refusedSpans())
                .isEqualTo(traces.size());
        assertThat(counts.held()).isLessThanOrEqualTo(3);
        assertThat(counts.spans() * size).isLessThanOrEqualTo(1_000);
        Set<String> ids = new HashSet<>();
        bounded.traces().forEach(spans -> spans.forEach(span -> ids.add(span.traceId() + span.spanId())));
        assertThat(ids).hasSize((int) counts.spans());
    }

    @Test
    void logsAndMetricsDropTheOldestAndCountThem() {
        for (int i = 0; i < 20; i++) {
            store.logs().add(new LogEntry("/g", i, "INFO", "m", null, null, "s", Attributes.EMPTY, 72));
            store.metrics().addAll(List.of(datum("m" + i)));
        }
        assertThat(store.logs().counts()).isEqualTo(new LogStore.Counts(5, 15, 0));
        assertThat(store.logs().entries().get(0).timeUnixNano()).isEqualTo(15);
        MetricStore.Counts metrics = store.metrics().counts();
        assertThat(metrics.held() + metrics.dropped()).isEqualTo(20);
        assertThat(metrics.held()).isBetween(1L, 7L);
        assertThat(store.metrics().data()).extracting(MetricDatum::name).last().isEqualTo("m19");
    }

    /** Whatever arrives and makes room: the counts are those of the records held. */
    @Property(tries = 300)
    void theRecordsOfATraceAreCountedAsTheyComeAndGo(
            @ForAll @Size(max = 40) List<@IntRange(max = 3) Integer> traces,
            @ForAll @IntRange(min = 1, max = 1_000) int size) {
        LogStore bounded = TelemetryStore.create(LIMITS).logs();
        for (int trace : traces) {
            String id = trace == 0 ? null : "t" + trace;
            bounded.add(new LogEntry("/g", 1, "INFO", "m", id, null, "s", Attributes.EMPTY, size));
        }
        for (String id : List.of("t1", "t2", "t3", "never")) {
            assertThat(bounded.count(id)).isEqualTo((int) bounded.entries().stream()
                    .filter(entry -> id.equals(entry.traceId()))
                    .count());
        }
    }

    @Test
    void aDroppedRecordCanComeAgain() {
        LogEntry entry =
                new LogEntry("/g", 1, "INFO", "m", null, null, "s", new Attributes(Map.of("log.record.uid", "u")), 800);
        store.logs().add(entry);
        store.logs().add(entry);
        store.logs().add(new LogEntry("/g", 2, "INFO", "m", null, null, "s", Attributes.EMPTY, 800));
        store.logs().add(entry);
        assertThat(store.logs().counts()).isEqualTo(new LogStore.Counts(1, 2, 1));
    }

    @Test
    void dashboardsAndQueriesAreRefusedWhenFullButCanBeReplaced() {
        assertThat(store.dashboards().put(new Dashboard("a", "{}", Instant.EPOCH)))
                .isTrue();
        assertThat(store.dashboards().put(new Dashboard("b", "{}", Instant.EPOCH)))
                .isFalse();
        assertThat(store.dashboards().put(new Dashboard("a", "{ }", Instant.EPOCH)))
                .isTrue();
        assertThat(store.queryDefinitions().add(query("1"))).isTrue();
        assertThat(store.queryDefinitions().add(query("2"))).isFalse();
        assertThat(store.queryDefinitions().replace(query("1"))).isTrue();
    }

    private static QueryDefinition query(String id) {
        return new QueryDefinition(id, "n", "fields a", "CWLI", List.of(), Instant.EPOCH);
    }

    private static MetricDatum datum(String name) {
        return new MetricDatum(
                "n", name, new TreeMap<>(), "None", Instant.EPOCH, MetricValues.Distribution.ofSingles(List.of(1.0)));
    }

    private static SpanRecord span(String traceId, String spanId, int size) {
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
                size);
    }
}
