package io.sreobservability.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.reader.RegistryReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractBuilderTest {
    private static final Registry STANDARD = RegistryReader.standard();

    private final ContractBuilder builder = new ContractBuilder(STANDARD);

    private static ContractPoint tool(String method, String span, String... keys) {
        List<ContractAttribute> attributes = new ArrayList<>();
        for (String key : keys) {
            attributes.add(new ContractAttribute(key, "parameter x"));
        }
        return new ContractPoint(
                "com.acme.Tools",
                method,
                "()V",
                "ToolSpan",
                span,
                "span.tool",
                "com.acme.Tools_SpanAspect",
                attributes,
                List.of("ToolExecution"));
    }

    @Test
    void everyNameInAContractIsDescribedInIt() {
        Contract contract = builder.add(tool("pods", "tool.pods", "sre.tool_params"), List.of("tool.pods"))
                .build();

        ContractSpan span = contract.spans().get(0);
        assertThat(contract.attributes())
                .extracting(AttributeSpec::key)
                .containsExactlyElementsOf(span.attributes().stream()
                        .map(ContractAttributeUse::key)
                        .toList());
        assertThat(contract.metrics()).extracting(ContractMetric::name).containsExactlyElementsOf(span.metrics());
        List<String> described = new ArrayList<>();
        contract.attributes().forEach(attribute -> described.add(attribute.key()));
        contract.externalAttributes().forEach(attribute -> described.add(attribute.key()));
        assertThat(described).doesNotHaveDuplicates();
        assertThat(contract.externalSpans())
                .isNotEmpty()
                .allSatisfy(external -> assertThat(described).containsAll(external.attributes()));
        assertThat(contract.registries()).containsExactly(STANDARD.manifest().schemaUrl());
    }

    @Test
    void aSpanCarriesWhatItsMethodsSetAndWhatItInherits() {
        ContractSpan span = builder.add(tool("pods", "tool.pods", "sre.tool_params"), List.of("tool.pods"))
                .build()
                .spans()
                .get(0);

        assertThat(span.attributes())
                .contains(
                        new ContractAttributeUse("sre.user_id", "required", ""),
                        new ContractAttributeUse(
                                "session.id", "conditionally_required", "when `sre.session_id` is known"),
                        new ContractAttributeUse("sre.tool_params", "recommended", ""))
                .extracting(ContractAttributeUse::key)
                .doesNotContain("sre.attempt", "sre.tool_name");
    }

    @Test
    void methodsOfOneSpanNameAddUpToOneSpan() {
        Contract contract = builder.add(tool("a", "tool.{tool_name}", "sre.tool_name"), List.of("tool.x", "tool.y"))
                .add(tool("b", "tool.{tool_name}", "sre.tool_params"), List.of("tool.y", "tool.z"))
                .build();

        assertThat(contract.spans()).hasSize(1);
        assertThat(contract.spans().get(0).names()).containsExactly("tool.x", "tool.y", "tool.z");
        assertThat(contract.spans().get(0).attributes())
                .extracting(ContractAttributeUse::key)
                .contains("sre.tool_name", "sre.tool_params");
    }

    @Test
    void oneMethodThatTakesAnyWordMakesTheNamesUnknown() {
        assertThat(builder.add(tool("a", "tool.{tool_name}"), List.of("tool.x"))
                        .add(tool("b", "tool.{tool_name}"), List.of())
                        .add(tool("c", "tool.{tool_name}"), List.of("tool.y"))
                        .build()
                        .spans()
                        .get(0)
                        .names())
                .isEmpty();
    }

    @Test
    void aMetricSaysWhenItIsRecordedAndFromWhat() {
        assertThat(STANDARD.metrics().stream().map(ContractMetric::of))
                .extracting(metric -> metric.name() + ": " + metric.condition() + ", " + metric.instrument() + " of "
                        + metric.dimensions().get(0).source())
                .contains(
                        "ToolExecution: always, histogram of attribute sre.tool_name",
                        "ComponentError: on error, counter of component",
                        "MemoryOperation: always, histogram of component name",
                        "MemoryCacheMiss: memory.cache_hit = false, counter of attribute memory.strategy",
                        "AgentRouting: always, counter of each item of attribute sre.agents_selected");
    }

    @Test
    void whatTheRegistryDoesNotKnowCannotBePromised() {
        builder.add(tool("pods", "tool.pods", "acme.unknown"), List.of("tool.pods"));

        assertThatThrownBy(builder::build).hasMessageContaining("acme.unknown");
    }
}
