package io.sreobservability.registry.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.registry.model.Registry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries are found in jars and in folders, whatever lies around them. */
class RegistrySourcesTest {
    private static final String LOCATION = "META-INF/sre-observability/registry/";

    @TempDir
    Path folder;

    private static Map<String, String> registry(String name) {
        Map<String, String> files = new TreeMap<>();
        files.put("registry.index", "constants: com." + name + "\ntools.yaml\n");
        files.put("manifest.yaml", "schema_url: " + Registries.address(name) + "\n");
        files.put("tools.yaml", """
                groups:
                  - id: registry.NAME
                    type: attribute_group
                    brief: Something.
                    attributes:
                      - id: NAME.count
                        type: int
                        stability: stable
                        brief: How many.
                        annotations: {sensitivity: none, cardinality: low}
                """.replace("NAME", name));
        return files;
    }

    private Path jar(String file, Map<String, String> files) throws IOException {
        Path jar = folder.resolve(file);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                entries.putNextEntry(new JarEntry(LOCATION + entry.getKey()));
                entries.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private Path own(Map<String, String> files) throws IOException {
        Path own = Files.createDirectories(folder.resolve("telemetry"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(own.resolve(file.getKey()), file.getValue());
        }
        return own;
    }

    private static Registry read(Path... classPath) throws IOException {
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, RegistrySources.class.getClassLoader())) {
            return RegistryReader.read(RegistrySources.onClassPath(loader));
        }
    }

    @Test
    void everyJarGivesItsOwnFilesEvenIfTheyHaveTheSameNames() throws Exception {
        Path one = jar("one registry-1.0+b.jar", registry("one"));
        Path two = jar("two.jar", registry("two"));

        Registry registry = read(two, one);

        assertThat(registry.attribute("one.count")).isPresent();
        assertThat(registry.attribute("two.count")).isPresent();
        assertThat(registry.layers())
                .extracting(layer -> layer.origin().name())
                .containsExactly("the standard", "one registry-1.0+b.jar", "two.jar");
        assertThat(read(one, two).layers()).isEqualTo(registry.layers());
    }

    @Test
    void theStandardIsFoundBehindAJarThatComesFirst() throws Exception {
        Path first = jar("first.jar", registry("first"));
        URL[] urls = {
            first.toUri().toURL(),
            RegistrySources.class.getProtectionDomain().getCodeSource().getLocation()
        };

        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            assertThat(loader.getResource(LOCATION + "registry.index").toString())
                    .contains("first.jar");
            assertThat(RegistrySources.onClassPath(loader))
                    .extracting(RegistrySource::name)
                    .containsExactly("the standard", "first.jar");
        }
    }

    @Test
    void aClassPathWithoutFurtherRegistriesGivesTheStandardAlone() throws Exception {
        assertThat(read().layers()).isEqualTo(RegistryReader.standard().layers());
    }

    @Test
    void aMistakeInAJarNamesTheJarAndTheFile() throws Exception {
        Map<String, String> files = registry("one");
        files.put("tools.yaml", files.get("tools.yaml").replace("type: int", "type: number"));
        Path jar = jar("one.jar", files);

        assertThatThrownBy(() -> read(jar))
                .hasMessage("one.jar!/tools.yaml:7:15: expected one of string, int, double, boolean");
    }

    @Test
    void aJarThatChangedIsReadAnew() throws Exception {
        Path jar = jar("one.jar", registry("one"));
        read(jar);
        Map<String, String> files = registry("one");
        files.put("tools.yaml", files.get("tools.yaml").replace("one.count", "one.number"));
        jar("one.jar", files);

        assertThat(read(jar).attribute("one.number")).isPresent();
    }

    @Test
    void aFolderIsReadLikeAJar() throws Exception {
        Map<String, String> files = registry("one");
        files.put("manifest.yaml", "\uFEFF" + files.get("manifest.yaml"));
        files.replaceAll((name, text) -> text.replace("\n", "\r\n"));

        RegistrySource source = RegistrySources.inFolder(own(files));

        assertThat(source.name()).isEqualTo(folder.resolve("telemetry").toString());
        assertThat(Registries.compose(source).attribute("one.count")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry.index", "manifest.yaml"})
    void aFolderWithoutIndexOrManifestIsReported(String missing) throws Exception {
        Map<String, String> files = registry("one");
        files.remove(missing);
        Path own = own(files);

        assertThatThrownBy(() -> RegistrySources.inFolder(own))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageStartingWith(own.resolve(missing) + ":1:1: there is no such file; ");
    }

    @Test
    void aListedFileThatIsNotThereIsReportedAtItsLine() throws Exception {
        Map<String, String> files = registry("one");
        files.remove("tools.yaml");
        Path own = own(files);

        assertThatThrownBy(() -> RegistrySources.inFolder(own))
                .hasMessage(own.resolve("registry.index") + ":2:1: there is no file `tools.yaml` beside the index");
    }

    @Test
    void aFileThatIsNotListedIsReported() throws Exception {
        Map<String, String> files = registry("one");
        files.put("more.yaml", "groups: []\n");
        Path own = own(files);

        assertThatThrownBy(() -> RegistrySources.inFolder(own))
                .hasMessage(own.resolve("more.yaml") + ":1:1: the file is not listed in "
                        + own.resolve("registry.index") + "; add it there");
    }

    @Test
    void aFileInAnotherEncodingIsReportedAtTheCharacter() throws Exception {
        Path own = own(registry("one"));
        Files.write(own.resolve("tools.yaml"), "groups:\n# Gr\u00f6\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> RegistrySources.inFolder(own))
                .hasMessage(own.resolve("tools.yaml") + ":2:5: not UTF-8; save the file in this encoding");
    }

    static Stream<Map.Entry<String, String>> wrongIndexes() {
        return Stream.of(
                Map.entry("../tools.yaml", "1:1: `../tools.yaml` is not the name of a definition file"),
                Map.entry("tools.yaml\ntools.yaml", "2:1: `tools.yaml` is listed twice"),
                Map.entry("manifest.yaml", "1:1: `manifest.yaml` is not the name of a definition file"),
                Map.entry("https://example.org/a.yaml", "1:1: `https://example.org/a.yaml` is not the name"),
                Map.entry("# none", "1:1: no file is listed; expected one file name a line"),
                Map.entry("constants: com.acme.\na.yaml", "1:1: `com.acme.` is not a package name"),
                Map.entry("constants: a\nconstants: b\na.yaml", "2:1: `constants:` is given twice"));
    }

    @ParameterizedTest
    @MethodSource("wrongIndexes")
    void aMistakeInTheIndexIsReportedAtItsLine(Map.Entry<String, String> mistake) {
        RegistrySource.File index = new RegistrySource.File("registry.index", mistake.getKey());

        assertThatThrownBy(() -> RegistryIndex.parse(index))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageStartingWith("registry.index:" + mistake.getValue());
    }
}
