package io.sreobservability.aspects.transparency.run;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.aspects.transparency.run.FaultySdk.Misdeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every state of telemetry that one process can be brought into and out of. */
public final class Faults {
    private static final List<Throwable> THROWN = List.of(
            new IllegalStateException("from telemetry"),
            new AssertionError("from telemetry"),
            new StackOverflowError(),
            new NoClassDefFoundError("io/opentelemetry/Missing"),
            new OutOfMemoryError("from telemetry"),
            new Exception("checked, from telemetry"));

    /** The SDK tells of what its extensions throw, which here is the rule. Held, because its level goes with it. */
    private static final Logger SDK = Logger.getLogger("io.opentelemetry");

    private final List<Fault> all = new ArrayList<>();

    private Faults() {}

    /** All of them, those in which nothing is wrong first. */
    public static List<Fault> all() {
        SDK.setLevel(Level.OFF);
        Faults faults = new Faults();
        faults.addHealthy();
        faults.addFailingCalls();
        faults.addExtensions();
        return List.copyOf(faults.all);
    }

    /**
     * Some of every kind, others each turn.
     *
     * @param turn 0, 1, 2 and so on
     * @param ofEachKind how many of each kind
     */
    public static List<Fault> some(List<Fault> all, int turn, int ofEachKind) {
        Map<String, List<Fault>> byKind =
                all.stream().collect(Collectors.groupingBy(Fault::kind, LinkedHashMap::new, Collectors.toList()));
        return byKind.values().stream()
                .flatMap(kind -> IntStream.range(0, Math.min(ofEachKind, kind.size()))
                        .mapToObj(i -> kind.get((turn * ofEachKind + i) % kind.size())))
                .toList();
    }

    private void addHealthy() {
        addHealthy("none", true, false, Sampler.alwaysOn());
        addHealthy("none, with content", true, true, Sampler.alwaysOn());
        addHealthy("not sampled", true, true, Sampler.alwaysOff());
        addHealthy("switched off", false, false, Sampler.alwaysOn());
        all.add(new Fault("no SDK", "", true, true, OpenTelemetry.noop()));
        all.add(new Fault("SDK shut down", "", true, true, FaultySdk.shutDown()));
    }

    private void addHealthy(String kind, boolean enabled, boolean content, Sampler sampler) {
        AtomicLong spans = new AtomicLong();
        all.add(new Fault(kind, "", enabled, content, FaultySdk.working(sampler, spans::incrementAndGet), spans));
    }

    private void addFailingCalls() {
        for (String call : FaultyOpenTelemetry.CALLS) {
            for (Throwable thrown : THROWN) {
                add("OpenTelemetry throws", call + " " + name(thrown), FaultyOpenTelemetry.failingAt(call, thrown));
            }
            add("OpenTelemetry gives null", call, FaultyOpenTelemetry.nullAt(call));
        }
        for (int n = 2; n < 12; n++) {
            Throwable thrown = THROWN.get(n % THROWN.size());
            add(
                    "OpenTelemetry throws now and then",
                    n + " " + name(thrown),
                    FaultyOpenTelemetry.failingEvery(n, thrown));
        }
    }

    private void addExtensions() {
        for (Throwable thrown : THROWN) {
            Misdeed throwing = () -> Throwables.sneak(thrown);
            addEach("throws", name(thrown), throwing);
        }
        addEach("overflows the stack", "", Faults::overflow);
        // Not here: an extension that interrupts. Its interrupt can't be told from one that another thread has sent.
        addEach("takes the interrupt", "", Thread::interrupted);
        addEach(
                "changes the context class loader",
                "",
                () -> Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader()));
        addEach("leaves its context current", "", Faults::leaveContext);
    }

    private void addEach(String misdeed, String detail, Misdeed run) {
        add("exporter " + misdeed, detail, FaultySdk.exporter(run));
        add("processor " + misdeed + " at start", detail, FaultySdk.processorAtStart(run));
        add("processor " + misdeed + " at end", detail, FaultySdk.processorAtEnd(run));
        add("sampler " + misdeed, detail, FaultySdk.sampler(run));
    }

    private void add(String kind, String detail, OpenTelemetry openTelemetry) {
        all.add(new Fault(kind, detail, true, true, openTelemetry));
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }

    @SuppressWarnings("InfiniteRecursion") // that is the fault
    private static void overflow() {
        overflow();
    }

    @SuppressWarnings("MustBeClosedChecker") // that it is not closed is the fault
    private static void leaveContext() {
        Context.current().with(ContextKey.named("left"), "left").makeCurrent();
    }
}
