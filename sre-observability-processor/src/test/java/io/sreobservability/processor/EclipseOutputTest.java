package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever compiles with the Eclipse compiler gets the same contract, page, bindings and aspects. */
class EclipseOutputTest {
    @TempDir
    Path folder;

    @Test
    void bothCompilersMakeTheSameFiles() throws IOException {
        List<Path> classPath = List.of(Compiling.runTime(folder));
        Map<String, String> sources = Map.of("com/acme/Shapes.java", shapes());

        OnDisk.Result javac =
                new OnDisk(OnDisk.Kind.JAVAC, folder, classPath).compile(new SpanProcessor(), List.of(), sources);
        OnDisk.Result eclipse =
                new OnDisk(OnDisk.Kind.ECLIPSE, folder, classPath).compile(new SpanProcessor(), List.of(), sources);

        assertThat(eclipse.errors()).isEmpty();
        assertThat(files(javac.classes().resolve("META-INF"))).isNotEmpty();
        assertThat(files(eclipse.classes().resolve("META-INF")))
                .isEqualTo(files(javac.classes().resolve("META-INF")));
        assertThat(files(javac.generated())).isNotEmpty();
        assertThat(files(eclipse.generated())).isEqualTo(files(javac.generated()));
    }

    private static String shapes() throws IOException {
        try (InputStream in = EclipseOutputTest.class.getResourceAsStream("/woven/Shapes.java")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
