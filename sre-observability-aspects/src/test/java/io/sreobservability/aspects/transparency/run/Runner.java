package io.sreobservability.aspects.transparency.run;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Runs one program on a thread of its own. */
public final class Runner {
    /** Little, so that overflowing it takes little time. */
    static final long STACK_BYTES = 256 * 1024;

    /** No program takes a second; this is for machines that are busy with other things. */
    private static final long MOST_MILLIS = 300_000;

    private Runner() {}

    /**
     * Runs a program and gives what it saw.
     *
     * @param programs loads the program
     * @param name the program's class
     * @param seed decides what the program decides
     */
    public static List<String> run(ClassLoader programs, String name, long seed) throws Exception {
        return run(load(programs, name), seed, new OpenTelemetrySurroundings());
    }

    /** The same where there is no OpenTelemetry, or none that the program could rely on. */
    public static List<String> runAlone(ClassLoader programs, String name, long seed) throws Exception {
        return run(load(programs, name), seed, Surroundings.NONE);
    }

    /** Brings telemetry up in the run time of this class. */
    public static void start(String startUp) {
        StartUp.valueOf(startUp).run();
    }

    private static Program load(ClassLoader programs, String name) throws ReflectiveOperationException {
        return (Program) programs.loadClass(name).getConstructor().newInstance();
    }

    private static List<String> run(Program program, long seed, Surroundings surroundings) throws InterruptedException {
        AtomicReference<List<String>> seen = new AtomicReference<>(List.of("died"));
        Thread thread = new Thread(
                null, () -> seen.set(new Probe(seed, surroundings).observe(program)), "program", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        thread.join(MOST_MILLIS);
        if (thread.isAlive()) {
            throw new IllegalStateException(
                    "no end after " + MOST_MILLIS + " ms, at " + Arrays.toString(thread.getStackTrace()));
        }
        return seen.get();
    }
}
