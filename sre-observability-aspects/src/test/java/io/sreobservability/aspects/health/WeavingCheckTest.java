package io.sreobservability.aspects.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.fixture.Agent;
import io.sreobservability.aspects.fixture.PlainAgent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that runs unwoven says so. */
class WeavingCheckTest {
    @TempDir
    private Path folder;

    @Test
    void wovenClassesAreNoFinding() throws IOException {
        assertThat(WeavingCheck.unwoven(getClass().getClassLoader())).isEmpty();
    }

    @Test
    void aClassThatItsAspectDoesNotTouchIsNamed() throws IOException {
        copy(PlainAgent.class);
        copy(Agent.class);
        contract("""
                {"points": [
                  {"class": "%s", "method": "m", "descriptor": "()V", "aspect": "%s_SpanAspect", "attributes": [{"key": "k"}]},
                  {"class": "%s", "method": "m", "descriptor": "()V", "aspect": "%s_SpanAspect", "attributes": []},
                  {"class": "not.There", "method": "m", "descriptor": "()V", "aspect": "not.There_SpanAspect"}
                ]}""".formatted(
                PlainAgent.class.getName(), PlainAgent.class.getName(), Agent.class.getName(), Agent.class.getName()));

        assertThat(unwoven())
                .singleElement()
                .asString()
                .startsWith("1 of 3 annotated classes of file:")
                .contains("for example " + PlainAgent.class.getName());
    }

    @Test
    void aContractThatNamesNothingIsNoFinding() throws IOException {
        contract("{\"points\": []}");
        assertThat(unwoven()).isEmpty();
    }

    private List<String> unwoven() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return WeavingCheck.unwoven(loader);
        }
    }

    private void contract(String text) throws IOException {
        Path file = folder.resolve("META-INF/sre-observability/contract.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void copy(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
    }
}
