package io.sreobservability.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.reader.RegistryReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WeaverFormTest {
    /** One method per span family, setting all that the family knows and recording every metric. */
    private static Contract wholeStandard() {
        Registry standard = RegistryReader.standard();
        ContractBuilder builder = new ContractBuilder(standard);
        for (SpanFamily family : standard.families()) {
            List<ContractAttribute> attributes = new ArrayList<>();
            family.attributes()
                    .forEach(use ->
                            attributes.add(new ContractAttribute(use.attribute().key(), "parameter x")));
            List<String> metrics = standard.metrics().stream()
                    .filter(metric -> metric.families().contains(family.id()))
                    .map(metric -> metric.name())
                    .toList();
            builder.add(
                    new ContractPoint(
                            "com.acme.A",
                            "m",
                            "()V",
                            family.annotation(),
                            family.nameText(),
                            family.id(),
                            "com.acme.B",
                            attributes,
                            metrics),
                    List.of());
        }
        return builder.build();
    }

    @Example
    void theWholeStandardKeepsToTheDocumentedFields() {
        Contract contract = wholeStandard();
        WeaverRules rules = new WeaverRules(true);

        rules.checkManifest(WeaverRules.load(WeaverForm.manifest(contract)));
        rules.checkDefinitions(WeaverRules.load(WeaverForm.definitions(contract)));
    }

    @Example
    void nothingOfTheContractIsLost() {
        Contract contract = wholeStandard();
        String yaml = WeaverForm.definitions(contract);

        contract.attributes().forEach(attribute -> assertThat(yaml).contains("- id: \"" + attribute.key() + "\""));
        contract.spans().forEach(span -> assertThat(yaml).contains("name: \"" + span.name() + "\""));
        contract.metrics().forEach(metric -> assertThat(yaml).contains("metric_name: \"" + metric.name() + "\""));
        contract.externalSpans().forEach(span -> assertThat(yaml).contains("name: \"" + span.name() + "\""));
        assertThat(yaml)
                .contains("max_length: 200")
                .contains("format: \"json\"")
                .contains("inherited: true")
                .contains("conditionally_required: \"when the work failed\"")
                .contains("unit: \"{count}\"")
                .contains("set_also: [\"session.id\", \"gen_ai.conversation.id\"]");
        assertThat(WeaverForm.manifest(contract)).contains("/standard/contract/0.1.0\"");
    }

    @Example
    void equalContractsGiveEqualText() {
        assertThat(WeaverForm.definitions(wholeStandard()))
                .isEqualTo(WeaverForm.definitions(wholeStandard()))
                .endsWith("\n")
                .doesNotContain("\r");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Hostile.texts();
    }

    @Property(tries = 500)
    void hostileTextStaysText(@ForAll("hostile") String text) {
        Contract contract = Hostile.everywhere(text);
        WeaverRules rules = new WeaverRules(false);

        Map<?, ?> definitions = WeaverRules.load(WeaverForm.definitions(contract));

        rules.checkManifest(WeaverRules.load(WeaverForm.manifest(contract)));
        rules.checkDefinitions(definitions);
        assertThat((List<?>) definitions.get("groups")).hasSize(5);
    }

    @Property(tries = 500)
    void aReaderGetsTheVeryTextBack(@ForAll("hostile") String text) {
        boolean printable = text.codePoints().allMatch(org.yaml.snakeyaml.reader.StreamReader::isPrintable);
        Map<?, ?> read = WeaverRules.load(
                new YamlTree().with("text", YamlTree.text(text)).write());

        if (printable) {
            assertThat(read.get("text")).isEqualTo(text);
        } else {
            assertThat((String) read.get("text")).contains("(U+");
        }
    }
}
