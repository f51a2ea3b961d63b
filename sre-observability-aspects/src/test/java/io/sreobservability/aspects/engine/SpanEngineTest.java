package io.sreobservability.aspects.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.aspects.RecordedTelemetry;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.metric.MetricDefinition;
import io.sreobservability.aspects.standard.StandardAttributes;
import io.sreobservability.aspects.standard.StandardMetrics;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanEngineTest {
    private static final SpanPoint OUTER = SpanPoint.builder("supervisor.investigate")
            .metric(StandardMetrics.AGENT_INVOCATION)
            .build();
    private static final SpanPoint INNER = SpanPoint.builder("tool.inner")
            .metric(StandardMetrics.TOOL_EXECUTION)
            .build();

    private enum Strategy {
        USER_PREFERENCES
    }

    private final RecordedTelemetry telemetry = RecordedTelemetry.install();

    @AfterEach
    void nothingIsLeftBehind() {
        telemetry.close();
        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(FrameStack.ofThread().depth()).isZero();
    }

    @Test
    void anExitThatNeverCameIsMadeUpForWhenTheMethodAroundItIsLeft() {
        long stale = EngineState.counters().staleFrames();
        SpanEngine.enter(OUTER).start();
        SpanEngine.enter(INNER).start();

        SpanEngine.exit(OUTER).end();

        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(telemetry.spans())
                .extracting(SpanData::getName)
                .containsExactly("tool.inner", "supervisor.investigate");
        assertThat(EngineState.counters().staleFrames()).isEqualTo(stale + 1);
        assertThat(telemetry.metrics()).containsOnlyKeys("AgentInvocation");
    }

    @Test
    void anExitWithoutAnEnterIsNothing() {
        assertThat(SpanEngine.exit(OUTER)).isNull();
        SpanEngine.fail(OUTER, new IllegalStateException());

        assertThat(telemetry.spans()).isEmpty();
    }

    @Test
    void valuesSetAfterTheSpanHasEndedBelongToNothing() {
        SpanFrame frame = SpanEngine.enter(OUTER);
        frame.start();
        SpanEngine.exit(OUTER).end();

        frame.setLong(StandardAttributes.SRE_ATTEMPT, 7);
        frame.error("late");
        frame.end();
        SpanEngine.enter(OUTER).start();
        SpanEngine.exit(OUTER).end();

        assertThat(telemetry.spans()).hasSize(2).allSatisfy(span -> {
            assertThat(span.getAttributes().asMap()).hasSize(1);
            assertThat(span.getStatus().getStatusCode()).hasToString("UNSET");
        });
    }

    @Test
    void aSpanHasNothingOfTheCallBeforeInItsPlace() {
        SpanPoint fixed = SpanPoint.builder("agent.{agent_name}.execute")
                .fixed(StandardAttributes.SRE_TOOLS_AVAILABLE, 5L)
                .fixed(StandardAttributes.SRE_QUERY, "why")
                .derived(StandardAttributes.SRE_AGENT_TYPE, "{agent_name}")
                .build();
        for (boolean capture : new boolean[] {true, false}) {
            EngineState.setCaptureContent(capture);
            SpanFrame frame = SpanEngine.enter(fixed);
            frame.namePart("agent_name", "kubernetes");
            frame.setString(StandardAttributes.SRE_USER_ID, "alice");
            frame.start();
            SpanEngine.exit(fixed).end();
            SpanEngine.enter(OUTER).start();
            SpanEngine.exit(OUTER).end();
        }
        EngineState.setCaptureContent(false);

        assertThat(telemetry.spans())
                .extracting(span -> span.getAttributes().size())
                .containsExactly(5, 1, 4, 1);
        assertThat(telemetry.dimensionSets("AgentInvocation")).noneMatch(set -> set.containsValue("alice"));
    }

    @Test
    void theMessageOfAnExceptionIsNotAskedForWhereNobodyRecordsTheSpan() {
        try (RecordedTelemetry unsampled = RecordedTelemetry.install(Sampler.alwaysOff())) {
            EngineState.setCaptureContent(true);
            long faults = EngineState.counters().faults();
            SpanEngine.enter(INNER).start();
            SpanEngine.fail(INNER, new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new AssertionError("asked");
                }
            });

            assertThat(EngineState.counters().faults()).isEqualTo(faults);
            assertThat(unsampled.metrics()).containsKey("ToolExecution");
        }
    }

    @Test
    void timesComeFromOneClockWhateverHappensToTheWallClock() {
        long[] wall = {TimeUnit.SECONDS.toNanos(1_000_000)};
        long[] nano = {5};
        Telemetry.install(telemetry.openTelemetry(), new TimeSource() {
            @Override
            public long epochNanos() {
                return wall[0];
            }

            @Override
            public long nanoTime() {
                return nano[0];
            }
        });

        SpanEngine.enter(OUTER).start();
        wall[0] = 0;
        nano[0] += 1_000;
        SpanEngine.enter(INNER).start();
        nano[0] += 2_500_000;
        SpanEngine.exit(INNER).end();
        nano[0] += 500;
        SpanEngine.exit(OUTER).end();

        SpanData outer = telemetry.span("supervisor.investigate");
        SpanData inner = telemetry.span("tool.inner");
        assertThat(outer.getStartEpochNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(1_000_000));
        assertThat(outer.getEndEpochNanos() - outer.getStartEpochNanos()).isEqualTo(2_501_500);
        assertThat(inner.getStartEpochNanos() - outer.getStartEpochNanos()).isEqualTo(1_000);
        assertThat(inner.getEndEpochNanos() - inner.getStartEpochNanos()).isEqualTo(2_500_000);
        assertThat(inner.getAttributes().get(AttributeKey.stringKey("sre.timestamp")))
                .isEqualTo("1970-01-12T13:46:40.000Z");
    }

    @Test
    void aTraceThatBeginsASecondAfterTheWallClockWasSetBeginsAtTheNewTime() {
        long[] wall = {TimeUnit.SECONDS.toNanos(1_000_000)};
        long[] nano = {Long.MAX_VALUE - 5};
        WallClock clock = new WallClock();
        TimeSource time = new TimeSource() {
            @Override
            public long epochNanos() {
                return wall[0];
            }

            @Override
            public long nanoTime() {
                return nano[0];
            }
        };
        assertThat(nano[0] + clock.offset(time, nano[0])).isEqualTo(wall[0]);

        wall[0] = 7;
        nano[0] += WallClock.NANOS_BETWEEN_LOOKS;

        assertThat(nano[0] + clock.offset(time, nano[0])).isEqualTo(7);
        assertThat(nano[0] + 3 + clock.offset(time, nano[0] + 3)).isEqualTo(10);
    }

    @Test
    void aContextThatIsKeptKeepsNothingOfTheSpansAboveAlive() {
        SpanEngine.enter(OUTER).start();
        WeakReference<Context> above = new WeakReference<>(Context.current());
        SpanEngine.enter(INNER).start();
        Context kept = Context.current();
        SpanEngine.exit(INNER).end();
        SpanEngine.exit(OUTER).end();
        for (int i = 0; i < 50 && above.get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(above.get()).isNull();
        assertThat(Span.fromContext(kept).getSpanContext().isValid()).isTrue();
    }

    @Test
    void aListMakesOneRecordPerMember() {
        SpanPoint route = SpanPoint.builder("supervisor.route")
                .metric(StandardMetrics.AGENT_ROUTING)
                .build();
        SpanEngine.enter(route).start();
        SpanFrame frame = SpanEngine.exit(route);
        frame.setString(StandardAttributes.SRE_AGENTS_SELECTED, "kubernetes, logs,,metrics");
        frame.end();
        SpanEngine.enter(route).start();
        SpanEngine.exit(route).end();

        assertThat(telemetry.dimensionSets("AgentRouting"))
                .containsExactlyInAnyOrder(
                        Map.of("AgentName", "kubernetes"), Map.of("AgentName", "logs"), Map.of("AgentName", "metrics"));
    }

    @Test
    void aConditionChoosesTheSpansThatCount() {
        SpanPoint retrieve = SpanPoint.builder("memory.retrieve")
                .metric(StandardMetrics.MEMORY_CACHE_HIT)
                .metric(StandardMetrics.MEMORY_CACHE_MISS)
                .build();
        for (boolean hit : new boolean[] {true, true, false}) {
            SpanFrame entered = SpanEngine.enter(retrieve);
            entered.setEnum(StandardAttributes.MEMORY_STRATEGY, Strategy.USER_PREFERENCES);
            entered.start();
            SpanFrame left = SpanEngine.exit(retrieve);
            left.setBoolean(StandardAttributes.MEMORY_CACHE_HIT, hit);
            left.end();
        }
        SpanEngine.enter(retrieve).start();
        SpanEngine.exit(retrieve).end();

        assertThat(sum("MemoryCacheHit")).isEqualTo(2);
        assertThat(sum("MemoryCacheMiss")).isEqualTo(1);
        assertThat(telemetry.dimensionSets("MemoryCacheHit")).containsExactly(Map.of("Strategy", "user_preferences"));
    }

    @Test
    void aFailureAsAValueWithoutATypeGetsTheFallbackOfOpenTelemetry() {
        SpanEngine.enter(INNER).start();
        SpanFrame frame = SpanEngine.exit(INNER);
        frame.error(" ");
        frame.end();

        assertThat(telemetry.onlySpan().getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("_OTHER");
    }

    @Test
    void aMessageGivenAsErrorTypeLeavesNeitherOnTheSpanNorInAMetric() {
        SpanPoint point = SpanPoint.builder("tool.get_user")
                .component("tool", "get_user")
                .metric(StandardMetrics.COMPONENT_ERROR)
                .build();
        SpanEngine.enter(point).start();
        SpanFrame frame = SpanEngine.exit(point);
        frame.error("no user alice@example.com in tenant 4711");
        frame.end();

        assertThat(telemetry.onlySpan().getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("_OTHER");
        assertThat(telemetry.dimensionSets("ComponentError"))
                .containsExactly(Map.of("Component", "tool", "Name", "get_user", "ErrorType", "_OTHER"));
    }

    /** No attribute of the standard is a fraction yet, so no woven class can show it. */
    @Test
    void aFractionStaysOne() {
        SpanFrame frame = SpanEngine.enter(OUTER);
        frame.setDouble(AttributeDefinition.decimal("test.score").build(), 2.5);
        frame.start();
        SpanEngine.exit(OUTER).end();

        assertThat(telemetry.onlySpan().getAttributes().get(AttributeKey.doubleKey("test.score")))
                .isEqualTo(2.5);
    }

    @Test
    void anEnumAsNamePartIsItsNameInLowerCase() {
        SpanPoint point = SpanPoint.builder("memory.{strategy}").build();
        long normalised = EngineState.counters().normalisedNames();
        SpanFrame frame = SpanEngine.enter(point);
        frame.namePart("strategy", Strategy.USER_PREFERENCES);
        frame.start();
        SpanEngine.exit(point).end();

        assertThat(telemetry.onlySpan().getName()).isEqualTo("memory.user_preferences");
        assertThat(EngineState.counters().normalisedNames()).isEqualTo(normalised);
    }

    @Test
    void aWordThatTheRegistryDoesNotListIsOtherOnTheSpanAndCounted() {
        SpanPoint point = SpanPoint.builder("memory.{operation}")
                .words("operation", "retrieve", "store")
                .build();
        long normalised = EngineState.counters().normalisedNames();
        SpanFrame frame = SpanEngine.enter(point);
        frame.namePart("operation", "drop_all");
        frame.start();
        SpanEngine.exit(point).end();

        assertThat(telemetry.onlySpan().getName()).isEqualTo("memory.other");
        assertThat(EngineState.counters().normalisedNames()).isEqualTo(normalised + 1);
    }

    @Test
    void aNamePartOfOneCallIsNotTheNextCalls() {
        SpanPoint point = SpanPoint.builder("tool.{tool_name}").build();
        SpanFrame frame = SpanEngine.enter(point);
        frame.namePart("tool_name", "first");
        frame.start();
        SpanEngine.exit(point).end();
        SpanEngine.enter(point).start();
        SpanEngine.exit(point).end();

        assertThat(telemetry.spans()).extracting(SpanData::getName).containsExactly("tool.first", "tool.unknown");
    }

    @Test
    void moreAttributesAndDeeperCallsThanUsualFitToo() {
        for (int i = 0; i < 200; i++) {
            SpanEngine.enter(INNER).start();
        }
        SpanFrame frame = SpanEngine.enter(OUTER);
        for (int i = 0; i < 100; i++) {
            frame.setLong(StandardAttributes.SRE_ATTEMPT, i);
        }
        frame.start();
        SpanEngine.exit(OUTER).end();
        for (int i = 0; i < 200; i++) {
            SpanEngine.exit(INNER).end();
        }

        assertThat(telemetry.spans()).hasSize(201);
        assertThat(telemetry.span("supervisor.investigate").getAttributes().get(AttributeKey.longKey("sre.attempt")))
                .isEqualTo(99);
    }

    @Test
    void definitionsThatMakeNoSenseAreRefusedWithTheirName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpanPoint.builder("tool.{").build())
                .withMessageContaining("tool.{");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> MetricDefinition.counter("Hits").rollup("Nobody").build())
                .withMessage("metric Hits has no dimension Nobody to roll up by");
    }

    private long sum(String counter) {
        return telemetry.metrics().get(counter).getLongSumData().getPoints().stream()
                .mapToLong(point -> point.getValue())
                .sum();
    }
}
