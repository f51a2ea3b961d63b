package io.sreobservability.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles sources with javac or the Eclipse compiler, in folders, for the latter knows no other place well. */
final class OnDisk {
    /** Which compiler. */
    enum Kind {
        JAVAC,
        ECLIPSE;

        private JavaCompiler compiler() {
            return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
        }
    }

    private final Kind kind;
    private final Path folder;
    private final String classPath;

    /** A compiler that works below this folder and sees the annotations and these classes. */
    OnDisk(Kind kind, Path folder, List<Path> classPath) {
        this.kind = kind;
        this.folder = folder;
        this.classPath = Stream.concat(classPath.stream(), Stream.of(Compiling.ANNOTATIONS))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * What came out.
     *
     * @param diagnostics everything that the compiler said
     * @param classes where it wrote class files and resources
     * @param generated where it wrote sources
     */
    record Result(List<Diagnostic<? extends JavaFileObject>> diagnostics, Path classes, Path generated) {
        /** What the processor said. */
        List<Diagnostic<? extends JavaFileObject>> ours() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("[SRE"))
                    .toList();
        }

        /** The errors, each as line and text. */
        List<String> errors() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .map(error -> error.getLineNumber() + ":" + error.getMessage(Locale.ROOT))
                    .toList();
        }
    }

    /** Compiles sources, given by path as in {@code com/acme/Agent.java}, into a new folder. */
    Result compile(Processor processor, List<String> options, Map<String, String> sources) {
        return compile(List.of(processor), options, sources);
    }

    /** The same with several processors. */
    Result compile(List<Processor> processors, List<String> options, Map<String, String> sources) {
        try {
            Path root = Files.createTempDirectory(folder, "build");
            return run(root, root.resolve("classes"), processors, options, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles sources without processors into this folder. */
    void compileTo(Path classes, Map<String, String> sources) throws IOException {
        Path root = Files.createTempDirectory(folder, "build");
        Result result = run(root, classes, List.of(), List.of("-proc:none"), sources);
        if (!result.errors().isEmpty()) {
            throw new IllegalStateException(String.join("\n", result.errors()));
        }
    }

    private Result run(
            Path root, Path classes, List<Processor> processors, List<String> options, Map<String, String> sources)
            throws IOException {
        Path generated = Files.createDirectory(root.resolve("generated"));
        Files.createDirectories(classes);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        List<String> all = new ArrayList<>(List.of("--release", "17", "-g", "-cp", classPath));
        all.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
        all.addAll(options);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = kind.compiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            // The Eclipse compiler prints its findings too, beside handing them to the listener.
            JavaCompiler.CompilationTask task = compiler.getTask(
                    Writer.nullWriter(), manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(processors);
            task.call();
        }
        return new Result(List.copyOf(diagnostics.getDiagnostics()), classes, generated);
    }
}
