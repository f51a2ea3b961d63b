package io.sreobservability.aspects.transparency;

import io.sreobservability.aspects.transparency.twin.Twins;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** A hand-written fixture of the test resources, as one of its twins. */
final class Fixture implements AutoCloseable {
    /** A body of more than 40 KB, five times what the JIT compiler takes. */
    private static final String FILLER = "sum = sum * 31 + 7;\n".repeat(6_000);

    private final URLClassLoader loader;
    private final Class<?> type;

    private Fixture(Path classes, String className) throws IOException, ClassNotFoundException {
        this.loader = Twins.load(classes);
        this.type = loader.loadClass(className);
    }

    /** One method of every shape. */
    static Map<String, String> shapes() throws IOException {
        return Map.of("shapes.Shapes", resource("Shapes.java").replace("FILLER", FILLER));
    }

    /** The plain and the woven twin of sources, the first of which has the calls. Foreign aspects are in both. */
    static Fixture[] build(Path folder, Map<String, String> sources, Map<String, String> aspects) throws Exception {
        Twins twins = Twins.build(folder, sources, aspects);
        if (!aspects.isEmpty()) {
            twins.weavePlain(aspects);
        }
        String className = sources.keySet().iterator().next();
        return new Fixture[] {new Fixture(twins.plain(), className), new Fixture(twins.woven(), className)};
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Fixture.class.getResourceAsStream("/transparency/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @SuppressWarnings("unchecked") // what the fixture declares
    Map<String, Callable<Object>> calls() throws ReflectiveOperationException {
        return (Map<String, Callable<Object>>) type.getMethod("calls").invoke(null);
    }

    /** What the fixture has in a list that it keeps. */
    List<?> list(String field) throws ReflectiveOperationException {
        return List.copyOf((List<?>) type.getField(field).get(null));
    }

    /** The stacks that a call's bodies stood on. */
    @SuppressWarnings("unchecked") // what the fixture declares
    List<String> stacksOf(String call) throws Exception {
        List<String> stacks = (List<String>) type.getField("STACKS").get(null);
        Callable<Object> callable = calls().get(call);
        stacks.clear();
        Objects.requireNonNull(callable, call).call();
        return List.copyOf(stacks);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
