package io.sreobservability.aspects.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.attribute.Sensitivity;
import io.sreobservability.aspects.metric.MetricDefinition;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many users and names there are, the number of series is bounded, and no record is lost. */
class MetricRecorderTest {
    private static final AttributeDefinition<String> USER = AttributeDefinition.string("sre.user_id")
            .sensitivity(Sensitivity.IDENTIFIER)
            .build();
    private static final AttributeDefinition<String> AGENT =
            AttributeDefinition.string("gen_ai.agent.name").build();
    private static final AttributeDefinition<String> CHOSEN = AttributeDefinition.string("sre.agents_selected")
            .maxLength("metrics,kubernete".length())
            .build();
    private static final MetricDefinition METRIC = MetricDefinition.durationHistogram("AgentInvocation")
            .dimension("AgentName", AGENT)
            .dimension("UserID", USER)
            .rollup("AgentName")
            .build();

    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    private final SdkMeterProvider provider =
            SdkMeterProvider.builder().registerMetricReader(reader).build();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void valuesBeyondTheLimitShareOneSeriesAndSumsStayTrue() {
        MetricRecorder recorder = recorder(new DimensionLimits(10, true));
        for (int i = 0; i < 100_000; i++) {
            record(recorder, "logs", "user-" + i % 50_000);
        }

        Map<String, Double> byUser = sums("UserID");
        assertThat(byUser).hasSize(12).containsKeys("user-0", "user-9", "_OTHER", "none");
        assertThat(byUser.get("none")).isEqualTo(100_000);
        assertThat(byUser.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("none"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .isEqualTo(100_000);
    }

    @Test
    void theProductOfTwoDimensionsStaysBelowTheLimitOfTheSdk() {
        MetricRecorder recorder = recorder(DimensionLimits.STANDARD);
        for (int i = 0; i < 10_000; i++) {
            record(recorder, "agent-" + i % 100, "user-" + i % 499);
        }

        Collection<HistogramPointData> points = points();
        assertThat(points).hasSizeLessThan(2_000);
        assertThat(points)
                .allSatisfy(point -> assertThat(point.getAttributes().asMap())
                        .doesNotContainKey(AttributeKey.booleanKey("otel.metric.overflow")));
        assertThat(points.stream().mapToDouble(HistogramPointData::getSum).sum())
                .isEqualTo(2 * 10_000);
    }

    @Test
    void whatManyThreadsRecordAtOnceIsAllThereInAsManySeriesAsThereMayBe() throws Exception {
        int threads = 4;
        int users = 10_000;
        int limit = 100;
        MetricRecorder recorder = recorder(new DimensionLimits(limit, true));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> work = Collections.nCopies(threads, Executors.callable(() -> {
                for (int i = 0; i < users; i++) {
                    record(recorder, "logs", "user-" + i);
                }
            }));
            for (Future<Object> done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }

        Map<String, Double> byUser = sums("UserID");
        double rollup = byUser.remove("none");
        assertThat(rollup).isEqualTo(threads * users);
        assertThat(byUser.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(threads * users);
        assertThat(byUser).containsKey("_OTHER").hasSizeBetween(limit + 1, limit + threads + 1);
    }

    @Test
    void aListMakesOneRecordForEachOfItsMembersAndNoneForHalfAName() {
        MetricDefinition routing = MetricDefinition.counter("AgentRouting")
                .splitDimension("AgentName", CHOSEN)
                .build();
        MetricRecorder recorder = new MetricRecorder(provider.get("test"), routing, DimensionLimits.STANDARD);

        record(recorder, "logs, logs,,logs", null);
        record(recorder, "metrics,kubernete", null); // as long as the attribute may be
        record(recorder, "one_name_as_long_", null);

        assertThat(reader.collectAllMetrics().iterator().next().getLongSumData().getPoints())
                .extracting(point ->
                        point.getAttributes().get(AttributeKey.stringKey("AgentName")) + " " + point.getValue())
                .containsExactlyInAnyOrder("logs 1", "metrics 1");
    }

    @Test
    void withoutIdentifiersThereIsOneSetAndNothingIsCountedTwice() {
        MetricRecorder recorder = recorder(new DimensionLimits(500, false));
        record(recorder, "logs", "alice");
        record(recorder, "logs", "carol");

        assertThat(points()).singleElement().satisfies(point -> {
            assertThat(point.getAttributes().asMap()).containsOnlyKeys(AttributeKey.stringKey("AgentName"));
            assertThat(point.getCount()).isEqualTo(2);
        });
    }

    @Test
    void whatLooksLikeASecretIsNoDimension() {
        MetricRecorder recorder = recorder(DimensionLimits.STANDARD);
        String secret = "AKIA" + "ABCDEFGHIJKLMNOP";
        record(recorder, "logs", "token " + secret);
        record(recorder, "logs", "token " + secret);

        assertThat(sums("UserID").keySet()).noneMatch(value -> value.contains(secret));
    }

    @Test
    void anEmptyOrAbsentValueIsUnknown() {
        MetricRecorder recorder = recorder(DimensionLimits.STANDARD);
        record(recorder, "logs", "");
        record(recorder, "logs", "  ");
        record(recorder, "logs", null);

        assertThat(sums("UserID")).containsOnlyKeys("unknown", "none");
    }

    private MetricRecorder recorder(DimensionLimits limits) {
        return new MetricRecorder(provider.get("test"), METRIC, limits);
    }

    private static void record(MetricRecorder recorder, String agent, @Nullable String user) {
        MetricRecorder.record(new MetricRecorder[] {recorder}, new Work(agent, user));
    }

    private Collection<HistogramPointData> points() {
        return reader.collectAllMetrics().iterator().next().getHistogramData().getPoints();
    }

    /** Sums by the value of one dimension; "none" where the set does not have it. */
    private Map<String, Double> sums(String dimension) {
        Map<String, Double> sums = new HashMap<>();
        for (HistogramPointData point : points()) {
            String value = point.getAttributes().get(AttributeKey.stringKey(dimension));
            sums.merge(value == null ? "none" : value, point.getSum(), Double::sum);
        }
        return sums;
    }

    /** One millisecond of work. */
    private record Work(String agent, @Nullable String user) implements MetricSource {
        @Override
        public @Nullable Object attribute(AttributeDefinition<?> definition) {
            return definition == USER ? user : agent;
        }

        @Override
        public String component() {
            return "agent";
        }

        @Override
        public String componentName() {
            return agent;
        }

        @Override
        public boolean failed() {
            return false;
        }

        @Override
        public long durationNanos() {
            return 1_000_000;
        }

        @Override
        public Context context() {
            return Context.root();
        }
    }
}
