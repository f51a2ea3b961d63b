package io.sreobservability.aspects.transparency.twin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The same classes twice: as javac left them, and woven.
 *
 * @param plain the classes without aspects
 * @param woven the classes with them
 * @param generated what the processor wrote as source
 */
public record Twins(Path plain, Path woven, Path generated) {

    /**
     * Compiles sources with the processor and weaves a copy in place, as the documented plugin set-up does.
     *
     * @param folder an empty folder
     * @param sources Java sources by class name
     * @param foreignAspects further sources for the weaver, by file name
     */
    public static Twins build(Path folder, Map<String, String> sources, Map<String, String> foreignAspects) {
        try {
            Twins twins = new Twins(
                    folder.resolve("plain"),
                    Files.createDirectories(folder.resolve("woven")),
                    Files.createDirectories(folder.resolve("generated")));
            Tools.compile(write(folder.resolve("sources"), sources), twins.woven, twins.generated);
            copy(twins.woven, twins.plain);
            Tools.weave(twins.woven, twins.generated, write(folder.resolve("foreign"), foreignAspects));
            return twins;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Weaves other aspects, and none of ours, into the plain twin. */
    public void weavePlain(Map<String, String> foreignAspects) {
        try {
            Path folder = Files.createDirectories(plain.resolveSibling("foreign-of-plain"));
            Path nothing = Files.createDirectories(plain.resolveSibling("nothing"));
            Tools.weave(plain, nothing, write(folder, foreignAspects));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The aspects that were woven, by the names of their class files. */
    public List<String> aspects() throws IOException {
        try (Stream<Path> files = Files.walk(woven)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("_SpanAspect.class"))
                    .toList();
        }
    }

    /** A class loader over the run time of the tests. */
    public static URLClassLoader load(Path classes) throws IOException {
        return load(classes, Twins.class.getClassLoader());
    }

    /** A class loader over any run time. */
    public static URLClassLoader load(Path classes, ClassLoader runTime) throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, runTime);
    }

    private static Path write(Path folder, Map<String, String> sources) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            String name = source.getKey();
            Path file = folder.resolve(name.contains("/") || name.endsWith(".aj") ? name : javaFile(name));
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, source.getValue());
        }
        return Files.createDirectories(folder);
    }

    private static String javaFile(String className) {
        return className.replace('.', '/') + ".java";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }
}
