package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.MessageHandler;
import org.aspectj.tools.ajc.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated aspects under the real weaver: they match exactly the annotated methods, whatever their shape. */
class WovenShapesTest {
    @TempDir
    private Path folder;

    @Test
    void exactlyTheAnnotatedMethodsAreMeasuredAndNoFrameIsAdded() throws Exception {
        compile();
        weave();

        URL[] classPath = {folder.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {
            Object addedFrames =
                    loader.loadClass("com.acme.Shapes").getMethod("run").invoke(null);
            List<?> log = (List<?>) loader.loadClass("io.sreobservability.aspects.engine.SpanEngine")
                    .getField("LOG")
                    .get(null);
            List<String> calls = log.stream().map(String::valueOf).toList();

            assertThat(addedFrames).isEqualTo(0);
            assertThat(calls.stream().filter(call -> call.startsWith("enter ")).map(call -> call.split(" ", -1)[1]))
                    .containsExactly(
                            "agent.plain.execute",
                            "tool.private_static_varargs",
                            "tool.{tool_name}",
                            "tool.{tool_name}",
                            "tool.arrays",
                            "tool.hidden_types",
                            "tool.thrower",
                            "tool.primitives.attempt",
                            "memory.retrieve",
                            "tool.interface_static",
                            "tool.record",
                            "tool.enum_constant",
                            "tool.type_variable",
                            "tool.inner",
                            "tool.private_class",
                            "tool.overridden",
                            "tool.bridged",
                            "tool.generic_bridge",
                            "tool.sealed_default",
                            "tool.record_in_interface",
                            "tool.accessor",
                            "tool.two_bounds",
                            "tool.inner_of_generic",
                            "agent.async.execute",
                            "tool.async_hidden",
                            "tool.async_variable",
                            "tool.async_variable",
                            "tool.depth");
            assertThat(calls)
                    .containsSubsequence("sre.user_id=Alice", "start", "exit", "sre.tools_invoked=long 2", "end")
                    .containsSubsequence("part tool_name=x", "start", "exit", "error E42", "end")
                    .containsSubsequence("part tool_name=enum LIST_PODS", "start", "fail no", "sre.attempt=long 2")
                    .containsSubsequence("memory.query=q", "start", "exit", "memory.results_count=long 0", "end")
                    .containsSubsequence("wait for stage", "sre.tools_invoked=long 0", "error null", "end")
                    .containsSubsequence("wait for stage", "nothing to read", "end")
                    .containsSubsequence("wait for stage", "error E7", "end", "wait for nothing")
                    .noneMatch(call -> call.startsWith("fault") || call.startsWith("drop"));
        }
    }

    private void compile() throws IOException {
        Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(folder.resolve("generated"));
        List<JavaFileObject> sources = new ArrayList<>(Compiling.stubs());
        sources.add(Compiling.source("com.acme.Shapes", resource("Shapes.java")));
        List<String> options = List.of(
                "-g",
                "-d",
                folder.resolve("classes").toString(),
                "-s",
                folder.resolve("generated").toString(),
                "-Asre.observability.constants=io.sreobservability.aspects.standard");
        var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, sources);
        task.setProcessors(List.of(new SpanProcessor()));
        assertThat(task.call()).isTrue();
    }

    /** Advice that matches nothing is an error, and so is everything else that the weaver finds worth a warning. */
    private void weave() throws IOException {
        Path spanAspect = Files.writeString(folder.resolve("SpanAspect.aj"), resource("SpanAspect.aj"));
        Path lint = Files.writeString(folder.resolve("lint.properties"), "adviceDidNotMatch = error\n");
        String classes = folder.resolve("classes").toString();
        List<String> arguments = new ArrayList<>(List.of(
                "-17",
                "-proc:none",
                "-Xlintfile",
                lint.toString(),
                "-inpath",
                classes,
                "-d",
                classes,
                "-classpath",
                classes + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                spanAspect.toString()));
        try (Stream<Path> generated = Files.walk(folder.resolve("generated"))) {
            generated.map(Path::toString).filter(name -> name.endsWith(".aj")).forEach(arguments::add);
        }
        MessageHandler messages = new MessageHandler();
        new Main().run(arguments.toArray(String[]::new), messages);
        assertThat(Arrays.asList(messages.getMessages(IMessage.WARNING, true))).isEmpty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = WovenShapesTest.class.getResourceAsStream("/woven/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
