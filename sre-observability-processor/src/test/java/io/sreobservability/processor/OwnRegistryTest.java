package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code is checked against the registry of the project and the shared ones on the processor path, like the standard. */
class OwnRegistryTest {
    private static final String DEFINITIONS = """
            groups:
              - id: registry.acme
                type: attribute_group
                brief: Who pays.
                attributes:
                  - id: acme.tenant
                    type: string
                    stability: stable
                    brief: The customer.
                    examples: [globex]
                    annotations: {sensitivity: identifier, cardinality: bounded}
              - id: acme.tool
                type: attribute_group
                brief: What Acme adds to tool calls.
                attributes:
                  - ref: acme.tenant
                    requirement_level: required
                annotations:
                  refines: span.tool
                  placeholders: {tool_name: [get_weather, get_forecast]}
            """;

    @TempDir
    Path folder;

    private Path registry(String location, String definitions) throws IOException {
        Path registry = Files.createDirectories(folder.resolve(location));
        Files.writeString(registry.resolve("registry.index"), "constants: com.acme.telemetry\nacme.yaml\n");
        Files.writeString(registry.resolve("manifest.yaml"), "schema_url: https://example.org/schemas/acme/1.0.0\n");
        Files.writeString(registry.resolve("acme.yaml"), definitions);
        return registry;
    }

    private static Compilation compile(Path registry, String members) {
        return Compiling.compile(
                List.of(
                        "-Asre.observability.registry=" + registry,
                        "-Asre.observability.constants=io.sreobservability.aspects.standard"),
                Compiling.agent(members));
    }

    /** In a javac of its own: inside this one, the processor is on the class path, and the processor path adds nothing. */
    private List<String> errorsWithShared(List<String> options) throws Exception {
        Path source = Files.writeString(
                folder.resolve("Agent.java"), Compiling.agentText("@ToolSpan(\"tool.get_weather\") void m() {}"));
        String here = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                folder.toString(),
                "-classpath",
                here + File.pathSeparator + Compiling.runTime(folder),
                "-processorpath",
                here + File.pathSeparator + folder.resolve("shared"),
                "-processor",
                SpanProcessor.class.getName(),
                source.toString()));
        command.addAll(options);
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(javac.waitFor()).isEqualTo(1);
        return output.lines().filter(line -> line.contains("error: ")).toList();
    }

    private static String onlyError(Compilation compilation) {
        assertThat(compilation.errors()).hasSize(1);
        return compilation.errors().get(0).getMessage(Locale.ROOT);
    }

    @Test
    void aToolThatTheRegistryDoesNotListIsRefused() throws Exception {
        Path registry = registry("own", DEFINITIONS);

        assertThat(onlyError(compile(
                        registry,
                        "@ToolSpan(\"tool.get_wether\") void m(@SpanAttribute(\"acme.tenant\") String t) {}")))
                .startsWith("[SRE003] `tool.get_wether` is no name of the standard.")
                .contains("Did you mean `tool.get_weather`?");
    }

    @Test
    void anAttributeThatTheRegistryRequiresIsAskedFor() throws Exception {
        assertThat(onlyError(compile(registry("own", DEFINITIONS), "@ToolSpan(\"tool.get_weather\") void m() {}")))
                .startsWith("[SRE025] ")
                .contains("`acme.tenant`");
    }

    @Test
    void aMistakeInTheRegistryIsReportedWithItsPlace() throws Exception {
        Path registry = registry("own", DEFINITIONS.replace("span.tool", "span.tools"));

        assertThat(onlyError(compile(registry, "")))
                .isEqualTo("[SRE092] The registry cannot be used: " + registry.resolve("acme.yaml")
                        + ":19:16: no span or metric group `span.tools`. Did you mean `span.tool`? "
                        + "See docs/diagnostics.md#sre092");
    }

    @Test
    void aRegistryOnTheProcessorPathCountsWithoutAnyOption() throws Exception {
        registry("shared/META-INF/sre-observability/registry", DEFINITIONS);
        assertThat(errorsWithShared(List.of())).singleElement().asString().contains("[SRE025] ", "`acme.tenant`");
    }

    @Test
    void theOwnRegistryMayNotLoosenASharedOne() throws Exception {
        registry("shared/META-INF/sre-observability/registry", DEFINITIONS);
        Path own = registry("own", """
                groups:
                  - id: own.change
                    type: attribute_group
                    brief: Less private.
                    attributes:
                      - ref: acme.tenant
                        annotations: {sensitivity: none}
                """);
        Files.writeString(own.resolve("manifest.yaml"), """
                schema_url: https://example.org/schemas/own/1.0.0
                dependencies:
                  - schema_url: https://example.org/schemas/acme/1.0.0
                """);
        assertThat(errorsWithShared(List.of("-Asre.observability.registry=" + own)))
                .singleElement()
                .asString()
                .contains("[SRE092] ", own + " loosens `acme.tenant` of " + folder.resolve("shared"));
    }
}
