package io.sreobservability.aspects.transparency;

import io.sreobservability.aspects.RecordedTelemetry;
import io.sreobservability.aspects.fixture.Agent;
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
        new Agent().recurse(1); // what is loaded and linked first at the end of a stack would be broken for good
        try (URLClassLoader loader = Twins.load(classes)) {
            Class<?> type = loader.loadClass("recursion.Recursion");
            Callable<Object> measured = () -> type.getMethod("depths").invoke(null);
            return (Map<String, Integer>) on(measured);
        }
    }

    private static Object on(Callable<Object> measured) throws Exception {
        FutureTask<Object> task = new FutureTask<>(measured);
        new Thread(null, task, "measured", STACK_BYTES).start();
        return task.get();
    }
}
