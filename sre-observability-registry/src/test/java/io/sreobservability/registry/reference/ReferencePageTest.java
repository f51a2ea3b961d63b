package io.sreobservability.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractBuilder;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.DeprecationSpec;
import io.sreobservability.registry.contract.ModuleContract;
import io.sreobservability.registry.reader.RegistryReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
    private static final ContractPoint PODS = point(
            "com.acme.Tools$Kubernetes",
            "pods",
            "(Ljava/lang/String;[[ILjava/util/Map$Entry;)V",
            "tool.{tool_name}",
            "span.tool",
            "ToolExecution",
            new ContractAttribute("sre.tool_name", "name part tool_name"),
            new ContractAttribute("sre.tool_params", "parameter query"));
    private static final ContractPoint RECALL = point(
            "com.acme.Memory",
            "recall",
            "()V",
            "memory.retrieve",
            "span.memory",
            "MemoryOperation",
            new ContractAttribute("memory.strategy", "fixed user_preferences"));

    private static ContractPoint point(
            String type,
            String method,
            String descriptor,
            String span,
            String family,
            String metric,
            ContractAttribute... attributes) {
        return new ContractPoint(
                type, method, descriptor, "ToolSpan", span, family, "com.acme.X", List.of(attributes), List.of(metric));
    }

    private static Contract contract(ContractPoint point, String... names) {
        return new ContractBuilder(RegistryReader.standard())
                .add(point, List.of(names))
                .build();
    }

    private static final Contract TOOLS = contract(PODS, "tool.get_pods", "tool.search_logs");
    private static final Contract MEMORY = contract(RECALL, "memory.retrieve");

    @Test
    void aSpanListsItsFullNamesAndWhatItCarriesFromWhere() {
        assertThat(ReferencePage.of(TOOLS)).contains("""
                ### Span `tool.{tool_name}`

                One tool call as the agent sees it, with all its tries.

                Full names: `tool.get_pods`, `tool.search_logs`.
                """).contains("""
                | [`sre.tool_params`](#attribute-sretool_params) | recommended | parameter query |
                """).contains("""
                | [`sre.user_id`](#attribute-sreuser_id) | required | a span above |
                """);
    }

    @Test
    void aSpanWhoseNamesAreNotKnownSaysSo() {
        assertThat(ReferencePage.of(contract(PODS))).contains("known only when the method is called");
    }

    @Test
    void anAttributeSaysWhatItIsAndWhoSetsIt() {
        assertThat(ReferencePage.of(TOOLS)).contains("""
                | [`sre.tool_params`](#attribute-sretool_params) | json | content | high | 1000 |  | The tool's parameters as one JSON value. |
                """).contains("""
                ### Attribute `sre.tool_params`

                The tool's parameters as one JSON value.

                Valid JSON after a cut, too.

                Stability: development. Examples: `{"namespace":"production","service":"web-app"}`.

                | requirement | on spans |
                | --- | --- |
                | recommended | [`tool.{tool_name}`](#span-tooltool_name) |

                | set by | value from |
                | --- | --- |
                | `com.acme.Tools.Kubernetes.pods(String, int[][], Entry)` | parameter query |
                """);
        assertThat(ReferencePage.of(MEMORY)).contains("| `infrastructure` | What was learnt about the systems. |");
    }

    @Test
    void aMetricSaysItsUnitConditionDimensionsAndSets() {
        assertThat(ReferencePage.of(TOOLS)).contains("""
                | [`ToolExecution`](#metric-toolexecution) | `SREAgent/Production` | Milliseconds | histogram | always | `ToolName`, `AgentName` | How long a tool call took, with all its tries, failed or not. |
                """).contains("""
                ### Metric `ToolExecution`

                Recorded by [`tool.{tool_name}`](#span-tooltool_name).

                | dimension | value |
                | --- | --- |
                | `ToolName` | attribute sre.tool_name |
                """);
    }

    @Test
    void librarySpansHaveTheirOwnTables() {
        assertThat(ReferencePage.of(TOOLS)).contains("## Library spans").contains("| `http.route` |");
    }

    @Test
    void everyLinkLeadsToAHeading() {
        ParsedPage page = new ParsedPage(
                ReferencePage.of(List.of(new ModuleContract("tools", TOOLS), new ModuleContract("memory", MEMORY))));

        assertThat(page.links()).isNotEmpty();
        assertThat(page.anchors()).doesNotHaveDuplicates();
        assertThat(page.links()).allSatisfy(link -> assertThat(page.anchors()).contains(link.substring(1)));
    }

    @Test
    void manyModulesShareOnePageWhateverTheirOrder() {
        ModuleContract tools = new ModuleContract("tools", TOOLS);
        ModuleContract memory = new ModuleContract("memory", MEMORY);

        String page = ReferencePage.of(List.of(tools, memory));

        assertThat(page).isEqualTo(ReferencePage.of(List.of(memory, tools)));
        assertThat(new ParsedPage(page).headings())
                .contains("Module memory", "Module tools", "Span memory.retrieve", "Span tool.{tool_name}")
                .doesNotHaveDuplicates();
    }

    @Test
    void definitionsThatDifferBetweenModulesAreBothShown() {
        List<AttributeSpec> tightened = new ArrayList<>();
        for (AttributeSpec spec : MEMORY.attributes()) {
            tightened.add(
                    spec.key().equals("sre.query")
                            ? new AttributeSpec(
                                    spec.key(),
                                    spec.type(),
                                    spec.brief(),
                                    spec.note(),
                                    spec.examples(),
                                    spec.stability(),
                                    spec.sensitivity(),
                                    spec.cardinality(),
                                    77,
                                    spec.inherited(),
                                    spec.members(),
                                    spec.setAlso(),
                                    new DeprecationSpec("renamed", "acme.query", "since 2"))
                            : spec);
        }
        Contract strict = new Contract(
                Contract.VERSION,
                List.of("https://example.org/acme/1.0.0"),
                MEMORY.points(),
                MEMORY.spans(),
                tightened,
                MEMORY.metrics(),
                MEMORY.externalSpans(),
                MEMORY.externalAttributes());

        String page = ReferencePage.of(List.of(new ModuleContract("a", TOOLS), new ModuleContract("b", strict)));

        assertThat(page)
                .contains("`https://example.org/acme/1.0.0`")
                .contains("(#attribute-srequery) | string | content | high | 200 |")
                .contains("(#attribute-srequery) | string | content | high | 77 |")
                .contains("\nDeprecated: renamed to `acme.query`: since 2.\n")
                .containsOnlyOnce("### Attribute `sre.query`");
    }

    @Test
    void modulesWithoutAnnotatedMethodsHaveAPageToo() {
        Contract empty = new ContractBuilder(RegistryReader.standard()).build();

        assertThat(ReferencePage.of(empty)).contains("No annotated methods.").contains("## Spans");
        assertThat(ReferencePage.of(List.of())).contains("# Spans, attributes and metrics");
    }

    @Test
    void aDescriptorThatIsNoneIsShownAsItIs() {
        for (String descriptor : List.of("", "x", "(L", "(Ljava/lang/String", "([", "([)V", "(Lx)V")) {
            ContractPoint odd = point("com.acme.T", "m", descriptor, "memory.store", "span.memory", "MemoryOperation");

            assertThat(ReferencePage.of(contract(odd, "memory.store"))).contains("com.acme.T.m");
        }
    }
}
