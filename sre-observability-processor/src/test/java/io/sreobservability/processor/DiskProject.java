package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractPoint;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.MessageHandler;
import org.aspectj.tools.ajc.Main;

/** A project on disk that is compiled and woven again and again in the same folders, as build tools do. */
final class DiskProject {
    private final JavaCompiler compiler;
    private final Path folder;
    private final Path sources;
    private final Path runTime;
    private final List<String> options = new ArrayList<>();

    /** The class output. */
    final Path classes;

    /** The source output. */
    final Path generated;

    private DiskProject(JavaCompiler compiler, Path folder) throws IOException {
        this.compiler = compiler;
        this.folder = folder;
        this.sources = Files.createDirectories(folder.resolve("sources"));
        this.classes = Files.createDirectories(folder.resolve("classes"));
        this.generated = Files.createDirectories(folder.resolve("generated"));
        this.runTime = folder.resolve("run-time");
    }

    /** A project without sources. */
    static DiskProject create(JavaCompiler compiler, Path folder) throws IOException {
        Compiling.runTime(folder);
        Path spanAspect = Files.writeString(folder.resolve("SpanAspect.aj"), resource("SpanAspect.aj"));
        DiskProject project = new DiskProject(compiler, folder);
        project.ajc(List.of("-d", project.runTime.toString(), spanAspect.toString()));
        return project;
    }

    /** The same project, with everything that was built, in another folder. */
    DiskProject copy(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(folder.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
        return new DiskProject(compiler, target);
    }

    /** Writes a class of this package, and gives its name. */
    String write(String name, String body) throws IOException {
        int dot = name.lastIndexOf('.');
        Path file = source(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(
                file,
                "package " + name.substring(0, dot) + ";\n\nimport io.sreobservability.annotations.*;\n\npublic class "
                        + name.substring(dot + 1) + " {\n" + body.indent(4) + "}\n");
        return name;
    }

    /** Deletes a class as build tools do: the source and the class file. */
    void delete(String name) throws IOException {
        Files.delete(source(name));
        Files.deleteIfExists(classes.resolve(name.replace('.', '/') + ".class"));
    }

    private Path source(String name) {
        return sources.resolve(name.replace('.', '/') + ".java");
    }

    /** All classes of the project. */
    List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    /** Compiles these classes and nothing else; what else the compiler needs it finds in the class output. */
    List<String> compile(List<String> names) throws IOException {
        return compile(names, classPath());
    }

    /** Compiles these classes, which need no other. */
    List<String> compileAlone(List<String> names) throws IOException {
        return compile(names, classPath().replace(classes + File.pathSeparator, ""));
    }

    /** From now on this registry applies, too. */
    void addRegistry(Path registry) throws IOException {
        Files.createDirectories(registry);
        options.addAll(AcmeRegistry.option(registry));
    }

    private List<String> compile(List<String> names, String classPath) throws IOException {
        var diagnostics = new javax.tools.DiagnosticCollector<javax.tools.JavaFileObject>();
        List<String> all = new ArrayList<>(List.of("--release", "17", "-g", "-d", classes.toString()));
        all.addAll(options);
        all.addAll(List.of("-s", generated.toString(), "-cp", classPath));
        boolean javac = compiler.getClass().getName().startsWith("com.sun.");
        all.addAll(javac ? List.of("-Xlint:all", "-Werror") : List.of("-nowarn"));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = compiler.getTask(
                    null,
                    manager,
                    diagnostics,
                    all,
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            names.stream().map(this::source).toList()));
            task.setProcessors(List.of(new SpanProcessor(), new SpanProcessorClaim()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    /** Weaves in place. Advice that matches nothing is an error, as is all that the weaver finds worth a warning. */
    void weave() throws IOException {
        Path lint = Files.writeString(folder.resolve("lint.properties"), "adviceDidNotMatch = error\n");
        List<String> arguments = new ArrayList<>(List.of("-Xlintfile", lint.toString(), "-inpath", classes.toString()));
        arguments.addAll(List.of("-d", classes.toString()));
        arguments.addAll(files(generated, ".aj"));
        ajc(arguments);
    }

    private void ajc(List<String> own) {
        List<String> arguments = new ArrayList<>(List.of("-17", "-proc:none", "-classpath", classPath()));
        arguments.addAll(own);
        MessageHandler messages = new MessageHandler();
        new Main().run(arguments.toArray(String[]::new), messages);
        assertThat(Arrays.asList(messages.getMessages(IMessage.WARNING, true))).isEmpty();
    }

    private String classPath() {
        return String.join(File.pathSeparator, classes.toString(), runTime.toString(), annotationsAndAspectj());
    }

    private static String annotationsAndAspectj() {
        return System.getProperty("java.class.path");
    }

    /** The contract. */
    Contract contract() throws IOException {
        return ContractJson.read(classes.resolve(Contract.RESOURCE));
    }

    /** Method and span name of every point of the contract. */
    List<String> points() throws IOException {
        return contract().points().stream().map(DiskProject::text).toList();
    }

    private static String text(ContractPoint point) {
        return point.className() + "." + point.method() + " " + point.span();
    }

    /** The spans that a call makes. */
    List<String> call(String className, String method) throws Exception {
        URL[] classPath = {classes.toUri().toURL(), runTime.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {
            Method called = loader.loadClass(className).getDeclaredMethod(method);
            called.setAccessible(true);
            called.invoke(null);
            List<?> log = (List<?>) loader.loadClass("io.sreobservability.aspects.engine.SpanEngine")
                    .getField("LOG")
                    .get(null);
            return log.stream()
                    .map(String::valueOf)
                    .filter(line -> line.startsWith("enter ") || line.startsWith("fault "))
                    .map(line -> line.split(" ", -1)[1])
                    .toList();
        }
    }

    /** Generated files of classes, by relative name, in both outputs. */
    List<String> generatedFiles() throws IOException {
        return Stream.concat(files(classes, "").stream(), files(generated, "").stream())
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .filter(file -> file.contains("_Span"))
                .sorted()
                .toList();
    }

    /** What else is in the class output. */
    List<String> resources() throws IOException {
        return files(classes, "").stream()
                .filter(file -> !file.endsWith(".class"))
                .toList();
    }

    private static List<String> files(Path root, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(extension))
                    .sorted()
                    .toList();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DiskProject.class.getResourceAsStream("/woven/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
