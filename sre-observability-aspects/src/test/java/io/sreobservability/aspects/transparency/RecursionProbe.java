package io.sreobservability.aspects.transparency;

import io.sreobservability.aspects.RecordedTelemetry;
import io.sreobservability.aspects.transparency.twin.Twins;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Prints how deep recursions go, unwoven and woven, on a stack of one megabyte. */
public final class RecursionProbe {
    private static final int STACK_BYTES = 1024 * 1024;

    private RecursionProbe() {}

    /**
     * Prints a line for each recursion: its name, both depths, separated by tabs.
     *
     * @param arguments the folders of the plain and of the woven classes
     */
    public static void main(String[] arguments) throws Exception {
        Map<String, Integer> plain = depths(Path.of(arguments[0]));
        Map<String, Integer> woven = depths(Path.of(arguments[1]));
        plain.forEach((name, depth) -> System.out.println(name + "\t" + depth + "\t" + woven.get(name)));
    }

    @SuppressWarnings("unchecked") // what the fixture declares
    private static Map<String, Integer> depths(Path classes) throws Exception {
        RecordedTelemetry.install();
        try (URLClassLoader loader = Twins.load(classes)) {
            Class<?> type = loader.loadClass("recursion.Recursion");
            Callable<Object> measured = () -> type.getMethod("depths").invoke(null);
            measured.call(); // loads classes; and outside of -Xint, compiles most of what is measured
            FutureTask<Object> task = new FutureTask<>(measured);
            Thread thread = new Thread(null, task, "measured", STACK_BYTES);
            thread.start();
            return (Map<String, Integer>) task.get();
        }
    }
}
