package io.sreobservability.aspects.transparency;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.aspects.fixture.Agent;
import io.sreobservability.aspects.fixture.AsyncAgent;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Calls woven methods at full speed on two threads: nested, recursive, failing ones, with attributes of a megabyte, and asynchronous ones
 * whose futures nobody ever completes. Prints what the heap holds after a collection, again and again.
 */
public final class SoakProbe {
    private static final String MEGABYTE = "one word and the next, ".repeat(1024 * 1024 / 23);
    private static final int ROUNDS_BETWEEN_LARGE_ONES = 50;

    /** At full speed the SDK's queue is full all the time, of which it would tell. Held, because its level goes with it. */
    private static final Logger SDK = Logger.getLogger("io.opentelemetry");

    private final Agent agent = new Agent();
    private final AsyncAgent async = new AsyncAgent();
    private long calls;

    private SoakProbe() {}

    /**
     * Prints a line for each sample: calls so far, bytes on the heap after a collection, threads; then the spans.
     *
     * @param arguments how many samples, and how long each takes: {@code 200 rounds} or {@code 10 seconds}
     */
    public static void main(String[] arguments) throws Exception {
        SDK.setLevel(Level.OFF);
        AtomicLong exported = new AtomicLong();
        OpenTelemetrySdk sdk = sdk(exported);
        SreObservability.install(sdk);
        SreObservability.setCaptureContent(true);
        int samples = Integer.parseInt(arguments[0]);
        long amount = Long.parseLong(arguments[1]);
        boolean timed = arguments[2].equals("seconds");
        List<SoakProbe> soaks = List.of(new SoakProbe(), new SoakProbe());
        ExecutorService threads = Executors.newFixedThreadPool(soaks.size());
        for (int sample = 0; sample < samples; sample++) {
            List<Callable<Long>> work = soaks.stream()
                    .map(soak -> (Callable<Long>) () -> soak.calls(amount, timed))
                    .toList();
            long calls = 0;
            for (Future<Long> done : threads.invokeAll(work)) {
                calls += done.get();
            }
            sdk.getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
            System.out.println(calls + "\t" + heapAfterCollection() + "\t"
                    + ManagementFactory.getThreadMXBean().getThreadCount());
        }
        threads.shutdown();
        System.out.println(exported.get() + " spans exported, "
                + SreObservability.selfCounters().faults() + " faults");
    }

    /** How many calls there have been so far, after some more rounds or seconds. */
    private long calls(long amount, boolean timed) throws Exception {
        long end = System.nanoTime() + amount * 1_000_000_000L;
        for (long round = 0; timed ? System.nanoTime() - end < 0 : round < amount; round++) {
            round(round % ROUNDS_BETWEEN_LARGE_ONES == 0 ? MEGABYTE : "short");
        }
        return calls;
    }

    private void round(String text) throws Exception {
        agent.investigate("alice", "session", text, () -> {
            agent.callTool("get_pods", Map.of("query", text));
            agent.recurse(5);
            try {
                return agent.fail(new IllegalStateException(text));
            } catch (IllegalStateException expected) {
                return Agent.staticHalf(3);
            }
        });
        CompletableFuture<Agent.Result> neverEnds = async.fetch(text, new CompletableFuture<>());
        calls += neverEnds.isDone() ? 0 : 11;
    }

    /** The least of three collections, for what is on its way to the exporter is no leak. */
    private static long heapAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static OpenTelemetrySdk sdk(AtomicLong exported) {
        SpanExporter counting = new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                exported.addAndGet(spans.size());
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(BatchSpanProcessor.builder(counting)
                                .setMaxQueueSize(512)
                                .build())
                        .build())
                .setMeterProvider(SdkMeterProvider.builder()
                        .registerMetricReader(InMemoryMetricReader.create())
                        .build())
                .build();
    }
}
