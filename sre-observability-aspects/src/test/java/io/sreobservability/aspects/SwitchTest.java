package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.fixture.Agent;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telemetry may be switched at any moment, also while annotated methods run. */
class SwitchTest {
    private final Agent agent = new Agent();
    private final RecordedTelemetry telemetry = RecordedTelemetry.install();

    @AfterEach
    void nothingIsLeftBehind() {
        telemetry.close();
        assertThat(Context.current()).isSameAs(Context.root());
    }

    @Test
    void contentThatWasCapturedIsNotHandedDownOnceItIsSwitchedOff() throws Exception {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            SreObservability.setCaptureContent(true);
            new Agent().<Object>investigate("alice", "s", "why is it slow", () -> {
                SreObservability.setCaptureContent(false);
                return new Agent().callTool("get_pods", Map.of());
            });

            assertThat(telemetry.span("tool.get_pods").getAttributes().asMap().values())
                    .contains("alice")
                    .doesNotContain("why is it slow");
        }
    }

    @Test
    void aSpanThatIsOpenWhenTelemetryIsSwitchedOffStillEnds() throws Exception {
        agent.investigate("alice", "s", "q", () -> {
            SreObservability.setEnabled(false);
            return agent.callTool("get_pods", Map.of());
        });

        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(telemetry.onlySpan().getName()).isEqualTo("supervisor.investigate");
        assertThat(telemetry.dimensionSets("AgentInvocation")).hasSize(2);
    }

    @Test
    void aMethodEnteredBeforeTelemetryWasSwitchedOnHasNoSpan() throws Exception {
        SreObservability.setEnabled(false);

        agent.investigate("alice", "s", "q", () -> {
            SreObservability.setEnabled(true);
            return agent.callTool("get_pods", Map.of());
        });

        SpanData tool = telemetry.onlySpan();
        assertThat(tool.getName()).isEqualTo("tool.get_pods");
        assertThat(tool.getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void switchingOffAndOnInsideACallMixesNothingUp() throws Exception {
        long stale = SreObservability.selfCounters().staleFrames();

        agent.investigate("alice", "s", "q", () -> {
            SreObservability.setEnabled(false);
            agent.recurse(3);
            SreObservability.setEnabled(true);
            return agent.recurse(1);
        });

        assertThat(telemetry.spans())
                .extracting(SpanData::getName)
                .containsExactly("tool.recurse", "tool.recurse", "supervisor.investigate");
        assertThat(SreObservability.selfCounters().staleFrames()).isEqualTo(stale);
    }

    @Test
    void aRecursionWhileSwitchedOffDoesNotEndTheSpanAroundIt() throws Exception {
        long stale = SreObservability.selfCounters().staleFrames();

        agent.investigate("outer", "s", "q", () -> {
            SreObservability.setEnabled(false);
            agent.investigate("skipped", "s", "q", () -> agent.investigate("skipped", "s", "q", () -> "done"));
            assertThat(catchThrowable(() -> agent.investigate("skipped", "s", "q", () -> {
                        throw new IllegalStateException();
                    })))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(telemetry.spans()).isEmpty();
            assertThat(Span.current().getSpanContext().isValid()).isTrue();

            agent.investigate("skipped", "s", "q", () -> {
                SreObservability.setEnabled(true);
                return agent.investigate("inner", "s", "q", () -> "done");
            });
            return agent.callTool("get_pods", Map.of());
        });

        assertThat(telemetry.spans())
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("sre.user_id")))
                .containsExactly("inner", "outer", "outer");
        assertThat(telemetry.spans())
                .extracting(SpanData::getName)
                .containsExactly("supervisor.investigate", "tool.get_pods", "supervisor.investigate");
        assertThat(SreObservability.selfCounters().staleFrames()).isEqualTo(stale);
    }

    @Test
    void spansGoToTheOpenTelemetryThatIsInstalledWhenTheyBegin() throws Exception {
        try (RecordedTelemetry later = RecordedTelemetry.install()) {
            SreObservability.install(telemetry.openTelemetry());
            agent.investigate("alice", "s", "q", () -> {
                SreObservability.install(later.openTelemetry());
                return agent.callTool("get_pods", Map.of());
            });

            assertThat(telemetry.onlySpan().getName()).isEqualTo("supervisor.investigate");
            assertThat(later.onlySpan().getParentSpanId())
                    .isEqualTo(telemetry.onlySpan().getSpanId());
        }
    }

    @Test
    void aTemporaryInstallationBringsBackTheOneBefore() throws Exception {
        try (RecordedTelemetry other = RecordedTelemetry.create()) {
            SreObservability.Installation installed = SreObservability.installTemporarily(other.openTelemetry());
            agent.callTool("get_pods", Map.of());
            installed.close();
            agent.investigate("alice", "s", "q", () -> "done");

            assertThat(other.onlySpan().getName()).isEqualTo("tool.get_pods");
            assertThat(other.onlySpan().getInstrumentationScopeInfo().getName()).isEqualTo(SreObservability.SCOPE);
            assertThat(telemetry.onlySpan().getName()).isEqualTo("supervisor.investigate");
        }
    }

    @Test
    void switchedOffAWovenMethodAllocatesNothing() {
        SreObservability.setEnabled(false);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        double sum = 0;
        long least = Long.MAX_VALUE;

        // The JVM may allocate on this thread for its own purposes in any one round; a call that allocates does in all.
        for (int round = 0; round < 10; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            sum += halves(10_000);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(sum).isPositive();
        assertThat(least).isZero();
    }

    private static double halves(int times) {
        double sum = 0;
        for (int i = 0; i < times; i++) {
            sum += Agent.staticHalf(i);
        }
        return sum;
    }
}
