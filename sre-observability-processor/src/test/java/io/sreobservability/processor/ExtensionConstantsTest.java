package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.reader.RegistryReader;
import io.sreobservability.registry.reader.RegistrySources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer whose own registry extends the standard, whose constants come with the run time. */
class ExtensionConstantsTest {
    private static final String JOB = """
            @AgentSpan(com.acme.telemetry.SpanNames.JOB_CLEAN_UP)
            @FixedAttribute(key = "acme.tenant", value = "zoo")
            void job() {}

            @ToolSpan("tool.get_weather")
            void weather(@SpanAttribute("acme.tenant") String tenant, @SpanAttribute("sre.tool_params") String params,
                    @SpanAttribute("sre.user_id") String user) {}
            """;

    @TempDir
    private Path folder;

    private List<String> option = List.of();

    @BeforeEach
    void writeTheRegistry() {
        option = AcmeRegistry.option(folder);
    }

    private Compilation compile(JavaFileObject... own) {
        List<JavaFileObject> sources = new ArrayList<>(Compiling.stubs());
        sources.addAll(Compiling.constants());
        sources.addAll(Arrays.asList(own));
        return Compiling.javac(option).withProcessors(new SpanProcessor()).compile(sources);
    }

    private static String source(Compilation compilation, String name) {
        return compilation
                .generatedSourceFile(name)
                .map(ExtensionConstantsTest::content)
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private static String content(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> generated(Compilation compilation) {
        return compilation.generatedSourceFiles().stream()
                .map(JavaFileObject::getName)
                .map(name -> name.replaceFirst("^/SOURCE_OUTPUT/", ""));
    }

    @Test
    void onlyWhatTheExtensionAddsOrChangesBecomesConstants() {
        Compilation compilation = compile(Compiling.agent(""));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generated(compilation))
                .containsExactlyInAnyOrder(
                        "com/acme/telemetry/ExtensionAttributes.java",
                        "com/acme/telemetry/ExtensionMetrics.java",
                        "com/acme/telemetry/ExtensionSpans.java",
                        "com/acme/telemetry/SpanNames.java",
                        "com/acme/telemetry/MetricNames.java",
                        "com/acme/telemetry/DimensionNames.java",
                        "com/acme/telemetry/AcmePlans.java",
                        "com/acme/telemetry/AgentTypes.java");
        assertThat(source(compilation, "com.acme.telemetry.ExtensionAttributes"))
                .contains("AttributeDefinition<String> ACME_TENANT = AttributeDefinition.string(\"acme.tenant\")")
                .contains("SRE_TOOL_PARAMS")
                .contains(".maxLength(500)")
                .doesNotContain("SRE_USER_ID", "SRE_AGENT_TYPE");
        assertThat(source(compilation, "com.acme.telemetry.SpanNames"))
                .contains("JOB_CLEAN_UP = \"job.clean_up\"")
                .contains("TOOL_GET_WEATHER = \"tool.get_weather\"")
                .doesNotContain("SUPERVISOR");
        assertThat(source(compilation, "com.acme.telemetry.MetricNames")).contains("ACME_JOBS = \"AcmeJobs\"");
        assertThat(source(compilation, "com.acme.telemetry.DimensionNames")).contains("TENANT = \"Tenant\"");
        assertThat(source(compilation, "com.acme.telemetry.ExtensionMetrics"))
                .contains(".dimension(\"Tenant\", ExtensionAttributes.ACME_TENANT)");
        assertThat(source(compilation, "com.acme.telemetry.AgentTypes"))
                .contains("NETWORK = \"network\"")
                .doesNotContain("KUBERNETES");
        assertThat(source(compilation, "com.acme.telemetry.AcmePlans")).contains("FREE = \"free\"");
    }

    @Test
    void spansOfTheExtensionCanBeMadeByHand() {
        String spans = source(compile(Compiling.agent("")), "com.acme.telemetry.ExtensionSpans");

        assertThat(spans)
                .contains("SpanPoint JOB = SpanPoint.builder(\"job.{job_name}\")")
                .contains(".component(\"agent\", \"{job_name}\")")
                .contains(".words(\"job_name\", \"clean_up\", \"archive\")")
                .contains(".metric(ExtensionMetrics.ACME_JOBS)")
                .contains("SpanPoint TOOL = SpanPoint.builder(\"tool.{tool_name}\")")
                .contains(".words(\"tool_name\", \"get_weather\", \"get_forecast\")")
                .contains(".derived(StandardAttributes.SRE_TOOL_NAME, \"{tool_name}\")")
                .contains(".metric(StandardMetrics.TOOL_EXECUTION)")
                .doesNotContain("SUPERVISOR");
    }

    @Test
    void whatIsDeprecatedSaysWhatToUseInstead() {
        Compilation compilation = compile(Compiling.agent(""));

        assertThat(source(compilation, "com.acme.telemetry.ExtensionAttributes"))
                .contains("     * @deprecated renamed to {@code acme.tenant}: since 2.0\n     */\n    @Deprecated\n"
                        + "    public static final AttributeDefinition<String> ACME_CUSTOMER");
        assertThat(source(compilation, "com.acme.telemetry.AcmePlans"))
                .contains(
                        "     * @deprecated obsoleted\n     */\n    @Deprecated\n    public static final String GOLD");
    }

    @Test
    void bindingsUseTheConstantsOfTheRegistryThatSpokeLast() {
        Compilation compilation = compile(Compiling.agent(JOB));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(source(compilation, "com.acme.Agent_SpanBinding"))
                .contains("import com.acme.telemetry.ExtensionAttributes;")
                .contains("import io.sreobservability.aspects.standard.StandardAttributes;")
                .contains("SpanPoint.builder(\"job.clean_up\")")
                .contains(".fixed(ExtensionAttributes.ACME_TENANT, \"zoo\")")
                .contains(".metric(ExtensionMetrics.ACME_JOBS)")
                .contains("frame.setJson(ExtensionAttributes.SRE_TOOL_PARAMS, argument1)")
                .contains("frame.setString(StandardAttributes.SRE_USER_ID, argument2)")
                .contains(".metric(StandardMetrics.TOOL_EXECUTION)");
    }

    @Test
    void theContractNamesBothRegistriesAndTheirDefinitions() {
        Compilation compilation = compile(Compiling.agent(JOB));

        Contract contract = ContractJson.read(
                content(compilation.generatedFiles().stream()
                        .filter(file -> file.getName().endsWith(Contract.RESOURCE))
                        .findFirst()
                        .orElseThrow()),
                "contract.json");

        assertThat(contract.registries()).hasSize(2).last().isEqualTo("https://acme.example/schemas/agents/2.1.0");
        assertThat(contract.spans()).extracting(span -> span.family()).containsExactly("span.acme.job", "span.tool");
        assertThat(contract.metrics()).extracting(metric -> metric.name()).contains("AcmeJobs");
        assertThat(contract.attributes())
                .filteredOn(attribute -> attribute.key().equals("sre.tool_params"))
                .singleElement()
                .satisfies(params -> assertThat(params.maxLength()).isEqualTo(500));
    }

    @Test
    void constantsOnTheClassPathAreNotWrittenAgain(@TempDir Path shipped) throws IOException {
        new OnDisk(OnDisk.Kind.JAVAC, shipped, List.of())
                .compileTo(
                        shipped,
                        Map.of(
                                "com/acme/telemetry/SpanNames.java",
                                "package com.acme.telemetry; public final class SpanNames {"
                                        + " public static final String JOB_CLEAN_UP = \"job.clean_up\"; }"));
        option = new ArrayList<>(option);
        option.addAll(List.of("-cp", shipped + File.pathSeparator + System.getProperty("java.class.path")));

        Compilation compilation = compile(Compiling.agent(JOB));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generated(compilation))
                .contains("com/acme/telemetry/MetricNames.java")
                .doesNotContain("com/acme/telemetry/SpanNames.java");
    }

    @Test
    void withoutTheRunTimeThereIsNothingToMakeConstantsOf() {
        Compilation compilation = Compiling.javac(option)
                .withProcessors(new SpanProcessor())
                .compile(Compiling.source("com.acme.Plain", "package com.acme; class Plain {}"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.generatedSourceFiles()).isEmpty();
    }

    @Test
    void eachOfSeveralRegistriesHasItsOwnConstants(@TempDir Path own) throws IOException {
        Files.writeString(own.resolve("manifest.yaml"), """
                schema_url: https://zoo.example/schemas/night/1.0.0
                dependencies: [{schema_url: "https://acme.example/schemas/agents/2.1.0"}]
                """);
        Files.writeString(own.resolve("registry.index"), "constants: com.zoo.telemetry\nzoo.yaml\n");
        Files.writeString(own.resolve("zoo.yaml"), """
                groups:
                  - id: zoo.plans
                    type: attribute_group
                    brief: The zoo's plans.
                    attributes:
                      - ref: acme.plan
                        annotations:
                          add_members:
                            - {id: zoo, value: zoo, stability: development, brief: For zoos.}
                      - ref: acme.tenant
                        annotations: {max_length: 40}
                """);
        SpanProcessor processor = new SpanProcessor(() -> RegistryReader.read(
                List.of(RegistrySources.standard(), RegistrySources.inFolder(folder), RegistrySources.inFolder(own))));
        List<JavaFileObject> sources = new ArrayList<>(Compiling.stubs());
        sources.addAll(Compiling.constants());
        sources.add(Compiling.agent(JOB));

        Compilation compilation =
                Compiling.javac(List.of()).withProcessors(processor).compile(sources);

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(source(compilation, "com.acme.Agent_SpanBinding"))
                .contains("import com.zoo.telemetry.ExtensionAttributes;")
                .contains(".fixed(ExtensionAttributes.ACME_TENANT, \"zoo\")")
                .contains("com.acme.telemetry.ExtensionAttributes.SRE_TOOL_PARAMS")
                .contains(".metric(ExtensionMetrics.ACME_JOBS)");
        assertThat(source(compilation, "com.zoo.telemetry.ExtensionAttributes"))
                .contains(".maxLength(40)")
                .doesNotContain("ACME_PLAN");
        assertThat(source(compilation, "com.zoo.telemetry.AcmePlans"))
                .contains("ZOO = \"zoo\"")
                .doesNotContain("GOLD");
        assertThat(source(compilation, "com.acme.telemetry.AcmePlans"))
                .contains("FREE")
                .doesNotContain("ZOO");
    }
}
