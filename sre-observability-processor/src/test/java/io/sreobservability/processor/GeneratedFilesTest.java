package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.testing.compile.Compilation;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractAttributeUse;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractMetric;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.ContractSpan;
import io.sreobservability.registry.contract.WeaverForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class GeneratedFilesTest {
    private static final String MEMBERS = """
            record Pod(String name) {}
            static class Box<T extends Comparable<T>> {
                @ToolSpan("tool.boxed")
                private static <E extends Exception> int[] put(Map<String, E> a, long b, String... c) { return null; }

                @ToolSpan("tool.typed")
                final T typed(T value, @SpanAttribute("sre.user_id") String user) { return value; }
            }
            interface Recall {
                @MemorySpan(value = "memory.retrieve", strategy = "user_preferences")
                @ResultAttribute(key = "memory.results_count", from = "size()")
                default List<Pod> recall(@SpanAttribute("memory.query") String query) { return List.of(); }
            }
            @AgentSpan("supervisor.route_decision")
            @ResultAttribute(key = "sre.agents_selected")
            String route(int step, @SpanAttribute("sre.session_id") String session, List<Pod> pods) { return ""; }
            """;

    private static String text(Compilation compilation, String ending) {
        JavaFileObject file = compilation.generatedFiles().stream()
                .filter(candidate -> candidate.getName().endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + ending));
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theAspectNamesExactlyTheErasedMethods() {
        String aspect = text(Compiling.compile(Compiling.agent(MEMBERS)), "com/acme/Agent_SpanAspect.aj");

        assertThat(aspect)
                .startsWith("// Generated")
                .contains("package com.acme;\n\naspect Agent_SpanAspect extends"
                        + " io.sreobservability.aspects.weaving.SpanAspect {\n")
                .contains("pointcut span0() : execution(java.lang.String com.acme.Agent.route(int, java.lang.String,"
                        + " java.util.List)) && within(com.acme.Agent) && !within(com.acme.Agent..*);")
                .contains("""
                        before(java.lang.String argument1) : span0() && args(*, argument1, *) {
                            try {
                                Agent_SpanBinding.enter0(argument1);
                            } catch (Throwable inTelemetry) {
                                fault(inTelemetry);
                            }
                        }
                        """.indent(4))
                .contains("after() returning(java.lang.String result) : span0() {")
                .contains("after() throwing(Throwable thrown) : span0() {")
                .contains("execution(int[] com.acme.Agent.Box.put(java.util.Map, long, java.lang.String...))"
                        + " && within(com.acme.Agent.Box) && !within(com.acme.Agent.Box..*);")
                .contains("before() : span1() {")
                .contains("after() returning : span1() {")
                .contains("execution(java.lang.Comparable com.acme.Agent.Box.typed(java.lang.Comparable,"
                        + " java.lang.String)) && within(com.acme.Agent.Box) && !within(com.acme.Agent.Box..*);")
                .contains("execution(java.util.List com.acme.Agent.Recall.recall(java.lang.String))");
    }

    @Test
    void theContractListsWhatEachMethodEmits() {
        Compilation compilation = Compiling.compile(Compiling.agent(MEMBERS));

        Contract contract = ContractJson.read(text(compilation, Contract.RESOURCE), "contract.json");

        assertThat(contract.points())
                .extracting(point -> point.className() + "." + point.method() + point.descriptor())
                .containsExactly(
                        "com.acme.Agent.route(ILjava/lang/String;Ljava/util/List;)Ljava/lang/String;",
                        "com.acme.Agent$Box.put(Ljava/util/Map;J[Ljava/lang/String;)[I",
                        "com.acme.Agent$Box.typed(Ljava/lang/Comparable;Ljava/lang/String;)Ljava/lang/Comparable;",
                        "com.acme.Agent$Recall.recall(Ljava/lang/String;)Ljava/util/List;");
        ContractPoint route = contract.points().get(0);
        assertThat(route.aspect()).isEqualTo("com.acme.Agent_SpanAspect");
        assertThat(route.annotation()).isEqualTo("AgentSpan");
        assertThat(route.family()).isEqualTo("span.supervisor");
        assertThat(route.metrics()).containsExactly("AgentRouting");
        assertThat(route.attributes())
                .containsExactly(
                        new ContractAttribute("error.type", "exception"),
                        new ContractAttribute("gen_ai.agent.name", "fixed supervisor"),
                        new ContractAttribute("gen_ai.conversation.id", "same as sre.session_id"),
                        new ContractAttribute("gen_ai.operation.name", "fixed invoke_agent"),
                        new ContractAttribute("session.id", "same as sre.session_id"),
                        new ContractAttribute("sre.agent_type", "fixed supervisor"),
                        new ContractAttribute("sre.agents_selected", "result"),
                        new ContractAttribute("sre.session_id", "parameter session"),
                        new ContractAttribute("sre.timestamp", "start of the span"));
        assertThat(contract.metrics())
                .extracting(ContractMetric::name)
                .containsExactly("AgentRouting", "ComponentError", "MemoryOperation", "ToolExecution");
        assertThat(contract.points().get(3).attributes())
                .contains(
                        new ContractAttribute("memory.results_count", "result size()"),
                        new ContractAttribute("memory.strategy", "fixed user_preferences"));
    }

    @Test
    void theContractListsEveryNameThatAnEnumCanGive() {
        Contract contract = contract("""
                enum Tool { GET_PODS, SEARCH_LOGS }
                enum Free { Größe }
                @ToolSpan("tool.{tool_name}") void call(@SpanNamePart("tool_name") Tool tool) {}
                @ToolSpan("tool.{tool_name}.attempt") void again(@SpanNamePart("tool_name") String tool,
                        @SpanAttribute("sre.attempt") int attempt) {}
                @SuppressWarnings("SRE016")
                @AgentSpan("agent.{agent_name}.execute") void run(@SpanNamePart("agent_name") Free agent) {}
                """);

        assertThat(contract.spans())
                .extracting(ContractSpan::name, ContractSpan::names)
                .containsExactly(
                        tuple("agent.{agent_name}.execute", List.of()),
                        tuple("tool.{tool_name}", List.of("tool.get_pods", "tool.search_logs")),
                        tuple("tool.{tool_name}.attempt", List.of()));
    }

    @Test
    void aTextInAClosedPlaceholderIsHeldToItsWordsAndMayBeOther() {
        Compilation compilation = Compiling.compile(Compiling.agent("""
                @MemorySpan(value = "memory.{operation}", strategy = "infrastructure")
                void any(@SpanNamePart("operation") String operation) {}
                """));

        assertThat(text(compilation, "com/acme/Agent_SpanBinding.java"))
                .contains(".words(\"operation\", \"retrieve\", \"store\", \"vector_search\", \"post_process\")");
        assertThat(ContractJson.read(text(compilation, Contract.RESOURCE), "contract.json")
                        .spans()
                        .get(0)
                        .names())
                .containsExactly(
                        "memory.other",
                        "memory.post_process",
                        "memory.retrieve",
                        "memory.store",
                        "memory.vector_search");
    }

    @Test
    void anEnumInAClosedPlaceholderGivesItsOwnNamesOnly() {
        assertThat(contract("""
                enum Step { STORE, RETRIEVE }
                @MemorySpan(value = "memory.{operation}", strategy = "infrastructure")
                void any(@SpanNamePart("operation") Step step) {}
                """).spans().get(0).names()).containsExactly("memory.retrieve", "memory.store");
    }

    @Test
    void theContractDescribesWhatItNames() {
        Contract contract = contract(MEMBERS);

        assertThat(contract.spans())
                .filteredOn(span -> span.name().equals("memory.retrieve"))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.names()).containsExactly("memory.retrieve");
                    assertThat(span.attributes())
                            .contains(
                                    new ContractAttributeUse("memory.strategy", "required", ""),
                                    new ContractAttributeUse("sre.user_id", "required", ""))
                            .extracting(ContractAttributeUse::key)
                            .doesNotContain("memory.namespace");
                });
        assertThat(contract.attributes())
                .filteredOn(attribute -> attribute.key().equals("memory.query"))
                .singleElement()
                .satisfies(attribute -> assertThat(attribute.maxLength()).isEqualTo(100));
    }

    private static Contract contract(String members) {
        return ContractJson.read(text(Compiling.compile(Compiling.agent(members)), Contract.RESOURCE), "contract.json");
    }

    @Test
    void theReferencePageNamesSpansAttributesAndMetrics() {
        String page =
                text(Compiling.compile(Compiling.agent(MEMBERS)), "META-INF/sre-observability/span-attributes.md");

        assertThat(page)
                .contains("### Span `supervisor.route_decision`")
                .contains("| `com.acme.Agent.route(int, String, List)` | result |")
                .contains(
                        "(#attribute-memoryquery) | string | content | high | 100 |  | What the memory is searched for. |")
                .contains("(#attribute-sreuser_id) | string | identifier | high |  | yes |")
                .contains("| `SREAgent/Production` | Milliseconds | histogram | always | `ToolName`, `AgentName` |")
                .contains("Recorded by [`supervisor.route_decision`](#span-supervisorroute_decision).");
    }

    @Test
    void equalSourcesGiveEqualFilesWhateverTheirOrder() {
        List<JavaFileObject> sources = new ArrayList<>(Compiling.stubs());
        sources.add(Compiling.agent(MEMBERS));
        sources.add(
                Compiling.source("com.acme.Other", Compiling.agentText(MEMBERS).replace("class Agent", "class Other")));
        sources.add(Compiling.source(
                "a.First",
                Compiling.agentText(MEMBERS)
                        .replace("package com.acme", "package a")
                        .replace("class Agent", "class First")));
        List<String> options = List.of("-Asre.observability.constants=io.sreobservability.aspects.standard");

        Map<String, String> files = files(options, sources);
        Collections.reverse(sources);

        assertThat(files.keySet())
                .anyMatch(name -> name.endsWith("StandardAttributes.java"))
                .anyMatch(name -> name.endsWith(WeaverForm.DEFINITIONS))
                .anyMatch(name -> name.endsWith("a/First_SpanAspect.aj"));
        assertThat(files(options, sources)).isEqualTo(files);
    }

    /** All that a compilation writes: sources, resources and class files. */
    private static Map<String, String> files(List<String> options, List<JavaFileObject> sources) {
        Compilation compilation =
                Compiling.javac(options).withProcessors(new SpanProcessor()).compile(sources);
        assertThat(compilation).succeeded();
        return compilation.generatedFiles().stream()
                .collect(Collectors.toMap(JavaFileObject::getName, GeneratedFilesTest::bytes));
    }

    private static String bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return HexFormat.of().formatHex(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aModuleWithoutAnnotatedMethodsHasNoContract() {
        assertThat(Compiling.compile(Compiling.agent("")).generatedFiles())
                .extracting(JavaFileObject::getName)
                .noneMatch(name -> name.contains("META-INF"));
    }

    @Test
    void constantsAreWrittenOnceEvenWithoutAnnotatedMethods() {
        Compilation compilation = Compiling.compile(Compiling.agent(""));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(text(compilation, "aspects/standard/SpanNames.java"))
                .contains("@Generated(\"io.sreobservability.processor.SpanProcessor\")\npublic final class");
        assertThat(text(compilation, "aspects/standard/StandardAttributes.java"))
                .contains("""
                            /**
                             * {@code sre.query}: The question as the user typed it.
                             */
                            public static final AttributeDefinition<String> SRE_QUERY = AttributeDefinition.string("sre.query")
                                    .sensitivity(Sensitivity.CONTENT)
                                    .maxLength(200)
                                    .inherited()
                                    .build();
                        """)
                .contains(".setAlso(\"session.id\", \"gen_ai.conversation.id\")")
                .contains("AttributeDefinition<Long> SRE_ATTEMPT = AttributeDefinition.integer(\"sre.attempt\")")
                .contains("AttributeDefinition<Boolean> MEMORY_CACHE_HIT");
        assertThat(text(compilation, "aspects/standard/StandardMetrics.java"))
                .contains("MetricDefinition.durationHistogram(\"AgentInvocation\")")
                .contains(".rollup(\"AgentName\")")
                .contains(".splitDimension(\"AgentName\", StandardAttributes.SRE_AGENTS_SELECTED)")
                .contains(".when(StandardAttributes.MEMORY_CACHE_HIT, false)")
                .contains(".componentDimension(\"Component\")")
                .contains(".componentNameDimension(\"Name\")")
                .contains(".onError()");
        assertThat(text(compilation, "aspects/standard/SpanNames.java"))
                .contains("SUPERVISOR_INVESTIGATE = \"supervisor.investigate\"")
                .contains("AGENT_EXECUTE = \"agent.{agent_name}.execute\"")
                .contains("TOOL_ATTEMPT = \"tool.{tool_name}.attempt\"");
        assertThat(text(compilation, "aspects/standard/span/StandardSpans.java"))
                .contains("SpanPoint AGENT_EXECUTE = SpanPoint.builder(\"agent.{agent_name}.execute\")")
                .contains(".kind(SpanKind.INTERNAL)")
                .contains(".fixed(StandardAttributes.GEN_AI_OPERATION_NAME, \"invoke_agent\")")
                .contains(".derived(StandardAttributes.SRE_AGENT_TYPE, \"{agent_name}\")")
                .contains(".metric(StandardMetrics.AGENT_ROUTING, \"supervisor.route_decision\")")
                .contains(".metric(StandardMetrics.ESCALATION_TRIGGERED)\n");
        assertThat(text(compilation, "aspects/standard/MemoryStrategies.java"))
                .contains("USER_PREFERENCES = \"user_preferences\"");
        assertThat(text(compilation, "aspects/standard/AgentTypes.java")).contains("KUBERNETES = \"kubernetes\"");
        assertThat(text(compilation, "aspects/standard/EscalationTypes.java")).contains("MANUAL = \"manual\"");
        assertThat(text(compilation, "aspects/standard/MetricNames.java"))
                .contains("TOOL_EXECUTION = \"ToolExecution\"");
        assertThat(text(compilation, "aspects/standard/DimensionNames.java"))
                .contains("{@code ToolName}: A dimension of ToolExecution.")
                .contains("TOOL_NAME = \"ToolName\"");
    }

    @Test
    void aMethodMayUseTypesAndConstantsThatAnotherProcessorGenerates() {
        List<JavaFileObject> sources = List.of(Compiling.agent("""
                        @ToolSpan(Later.NAME) void m(@SpanAttribute(value = "sre.user_id", from = "id()") Later later) {}
                        """));

        Compilation compilation = Compiling.javac(
                        List.of("-Asre.observability.constants=io.sreobservability.aspects.standard"))
                .withProcessors(new SpanProcessor(), new LateProcessor())
                .compile(java.util.stream.Stream.concat(sources.stream(), Compiling.stubs().stream())
                        .toList());

        assertThat(compilation).succeeded();
        assertThat(ContractJson.read(text(compilation, Contract.RESOURCE), "contract.json")
                        .points())
                .extracting(ContractPoint::span)
                .containsExactly("tool.late");
    }

    /** Generates {@code com.acme.Later} in the first round. */
    private static final class LateProcessor extends AbstractProcessor {
        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer = processingEnv
                        .getFiler()
                        .createSourceFile("com.acme.Later")
                        .openWriter()) {
                    writer.write(
                            "package com.acme; record Later(String id) { static final String NAME = \"tool.late\"; }");
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return false;
        }
    }
}
