package io.sreobservability.aspects.transparency.twin;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.MessageHandler;
import org.aspectj.tools.ajc.Main;

/** javac with the processor, and ajc with what the documented plugin passes to it. */
public final class Tools {
    private Tools() {}

    /** Compiles every source of a folder with the processor; an error of the compiler is an error of the test. */
    public static void compile(Path sources, Path classes, Path generated) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                "17",
                "-g",
                "-nowarn",
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "-cp",
                classPath(),
                "-processorpath",
                classPath());
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    options,
                    null,
                    files.getJavaFileObjectsFromPaths(filesOf(sources, ".java")));
            task.call();
        }
        String errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        if (!errors.isEmpty()) {
            throw new AssertionError(errors);
        }
    }

    /** Weaves classes in place. An advice that matches nothing is an error, and so is all that ajc finds worth a warning. */
    static void weave(Path classes, Path generated, Path foreign) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-source", "17", "-target", "17", "-proc:none"));
        arguments.addAll(List.of("-inpath", classes.toString(), "-d", classes.toString()));
        arguments.addAll(List.of("-Xlintfile", lint(generated).toString()));
        arguments.addAll(List.of("-classpath", classes + File.pathSeparator + classPath()));
        filesOf(generated, ".aj").forEach(file -> arguments.add(file.toString()));
        filesOf(foreign, "").forEach(file -> arguments.add(file.toString()));
        MessageHandler messages = new MessageHandler();
        new Main().run(arguments.toArray(String[]::new), messages);
        IMessage[] worth = messages.getMessages(IMessage.WARNING, true);
        if (worth.length > 0) {
            throw new WeavingFailure(Arrays.toString(worth));
        }
    }

    private static Path lint(Path folder) throws IOException {
        return Files.writeString(folder.resolve("lint.properties"), "adviceDidNotMatch = error\n");
    }

    private static List<Path> filesOf(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }

    /** The class path of the tests. */
    public static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The weaver refused the sources. */
    public static final class WeavingFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WeavingFailure(String messages) {
            super(messages);
        }
    }
}
