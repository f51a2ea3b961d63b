package io.sreobservability.maven.proof;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** Finds the methods with span annotations in a folder of class files. No class is loaded. */
final class ClassFileScanner {
    private ClassFileScanner() {}

    /** The annotated methods below {@code folder}, class files in the order of their paths. */
    static List<AnnotatedMethod> scan(Path folder) throws ProofException {
        List<AnnotatedMethod> methods = new ArrayList<>();
        for (Path file : classFiles(folder)) {
            methods.addAll(read(file));
        }
        return methods;
    }

    private static List<Path> classFiles(Path folder) throws ProofException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw unreadable(folder, "the folder cannot be listed: " + e.getMessage(), e);
        }
    }

    private static List<AnnotatedMethod> read(Path file) throws ProofException {
        try {
            SpanMethodVisitor visitor = new SpanMethodVisitor();
            new ClassReader(Files.readAllBytes(file)).accept(visitor, ClassReader.SKIP_FRAMES);
            return visitor.methods();
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // What ASM throws for a class file newer than it knows and for a broken one.
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static ProofException unreadable(Path file, String problem, Exception cause) {
        return new ProofException(Finding.of(ProofCode.UNREADABLE_CLASS, file.toString(), problem), cause);
    }
}
