package com.example.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.sreobservability.aspects.SreObservability;
import java.lang.management.ManagementFactory;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands of virtual threads are inside of a woven method at the same time, on a handful of carrier threads. */
class VirtualThreadsTest {
    private static final int THREADS = 20_000;

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();

    @BeforeEach
    void record() {
        SreObservability.install(telemetry);
    }

    @AfterEach
    void stop() {
        telemetry.close();
    }

    @Test
    void eachSpanIsBelowTheAgentThatStartedItsThreadAndInheritsWhoAsked() throws Exception {
        Crowd crowd = new Crowd(true);

        new HelloAgent(new Memory(), crowd).diagnose("Alice", "session-1", "web-app");

        SpanData agent = toolSpansAnd("agent.hello.execute").get(0);
        assertThat(toolSpansAnd("tool.get_pod_status")).hasSize(THREADS).allSatisfy(tool -> {
            assertThat(tool.getParentSpanId()).isEqualTo(agent.getSpanId());
            assertThat(tool.getAttributes().get(AttributeKey.stringKey("sre.user_id")))
                    .isEqualTo("Alice");
        });
        assertThat(Context.current()).isSameAs(Context.root());
    }

    @Test
    void withoutTheWrapperEachThreadIsATraceOfItsOwn() throws Exception {
        Crowd crowd = new Crowd(false);

        new HelloAgent(new Memory(), crowd).diagnose("Alice", "session-1", "web-app");

        assertThat(toolSpansAnd("tool.get_pod_status"))
                .hasSize(THREADS)
                .allSatisfy(tool -> assertThat(tool.getParentSpanId()).isEqualTo(SpanId.getInvalid()));
    }

    @Test
    void whatTheEngineKeepsForAThreadGoesWithTheThread() throws Exception {
        long before = liveObjectsOfTheEngine();
        Crowd crowd = new Crowd(true);

        new HelloAgent(new Memory(), crowd).diagnose("Alice", "session-1", "web-app");

        assertThat(crowd.liveObjectsInside).isGreaterThan(before + THREADS);
        assertThat(liveObjectsOfTheEngine()).isLessThan(before + THREADS / 100);
    }

    private List<SpanData> toolSpansAnd(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    /** Calls the tool once per virtual thread; no call returns before all have begun. */
    private static final class Crowd extends PodTool {
        private final boolean wrapped;
        private final CountDownLatch allInside = new CountDownLatch(THREADS);
        private final CountDownLatch mayLeave = new CountDownLatch(1);
        private volatile long liveObjectsInside;

        Crowd(boolean wrapped) {
            this.wrapped = wrapped;
        }

        @Override
        PodStatus status(Map<String, String> parameters) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                ExecutorService executor = wrapped ? Context.taskWrapping(threads) : threads;
                List<Future<PodStatus>> calls = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    calls.add(executor.submit(() -> {
                        Context before = Context.current();
                        PodStatus status = super.status(new Gate(parameters));
                        assertThat(Context.current()).isSameAs(before);
                        return status;
                    }));
                }
                allInside.await();
                liveObjectsInside = liveObjectsOfTheEngine();
                mayLeave.countDown();
                PodStatus last = null;
                for (Future<PodStatus> call : calls) {
                    last = call.get();
                }
                return last;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        /** Parameters that let the method of the span wait, so that its virtual thread leaves its carrier. */
        private final class Gate extends AbstractMap<String, String> {
            private final Map<String, String> parameters;

            Gate(Map<String, String> parameters) {
                this.parameters = parameters;
            }

            @Override
            public String get(Object key) {
                allInside.countDown();
                try {
                    mayLeave.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return parameters.get(key);
            }

            @Override
            public Set<Entry<String, String>> entrySet() {
                return parameters.entrySet();
            }
        }
    }

    /** The JVM's own count after a full garbage collection. */
    private static long liveObjectsOfTheEngine() throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        // Lines such as "  12:   20000   640000  io.sreobservability.aspects.engine.FrameStack (…)".
        return histogram
                .lines()
                .map(String::strip)
                .map(line -> line.split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].startsWith("io.sreobservability.aspects.engine."))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }
}
