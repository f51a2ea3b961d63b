package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.processor.diagnostic.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a registry calls deprecated is warned of, with what stands in its place. */
class DeprecationTest {
    /** The messages that are tested here and not by a case, for only a registry of one's own can provoke them. */
    static final List<Message> TESTED = List.of(Message.ATTRIBUTE_DEPRECATED, Message.MEMBER_DEPRECATED);

    private static final String REGISTRY = """
            groups:
              - id: registry.acme
                type: attribute_group
                brief: What Acme adds.
                attributes:
                  - id: acme.customer
                    type: string
                    stability: development
                    brief: The old name.
                    examples: [umbrella]
                    deprecated:
                      reason: renamed
                      renamed_to: acme.tenant
                      note: Acme calls customers tenants.
                    annotations: {sensitivity: none, cardinality: bounded}
                  - id: acme.tenant
                    type: string
                    stability: development
                    brief: For whom.
                    examples: [umbrella]
                    annotations: {sensitivity: none, cardinality: bounded}
                  - id: acme.tier
                    type:
                      members:
                        - id: gold
                          value: gold
                          stability: development
                          brief: Gone.
                          deprecated: {reason: obsoleted, note: Sold out.}
                        - id: basic
                          value: basic
                          stability: development
                          brief: What all have.
                    stability: development
                    brief: How much they pay.
                    annotations: {sensitivity: none, cardinality: low}
              - id: acme.tool
                type: attribute_group
                brief: What Acme adds to tool calls.
                annotations: {refines: span.tool}
                attributes:
                  - ref: acme.customer
                    requirement_level: opt_in
                  - ref: acme.tenant
                    requirement_level: opt_in
                  - ref: acme.tier
                    requirement_level: opt_in
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aDeprecatedKeyOrMemberIsAWarningThatNamesItsReplacement(OnDisk.Kind compiler) throws IOException {
        Path registry = Files.createDirectory(folder.resolve("registry"));
        Files.writeString(registry.resolve("manifest.yaml"), "schema_url: https://acme.example/schemas/own/1.0.0\n");
        Files.writeString(registry.resolve("registry.index"), "constants: com.acme.telemetry\nacme.yaml\n");
        Files.writeString(registry.resolve("acme.yaml"), REGISTRY);

        OnDisk.Result result = new OnDisk(compiler, folder, List.of(Compiling.runTime(folder)))
                .compile(
                        new SpanProcessor(),
                        List.of("-Asre.observability.registry=" + registry),
                        Map.of("com/acme/Agent.java", Compiling.agentText("""
                                @ToolSpan("tool.x")
                                @FixedAttribute(key = "acme.tier", value = "gold")
                                void m(
                                        @SpanAttribute("acme.customer") String customer) {}
                                """)));

        assertThat(result.ours())
                .allSatisfy(found -> assertThat(found.getKind()).isEqualTo(Diagnostic.Kind.WARNING))
                .extracting(found -> found.getLineNumber() + ": " + found.getMessage(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "9: [SRE041] The member `gold` of `acme.tier` is deprecated: nothing stands in its place. Sold out."
                                + " See docs/diagnostics.md#sre041",
                        "11: [SRE040] `acme.customer` is deprecated: it has a new name. Acme calls customers tenants."
                                + " Did you mean `acme.tenant`? See docs/diagnostics.md#sre040");
    }
}
