package io.sreobservability.registry.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.AttributeUse.Level;
import io.sreobservability.registry.model.Registry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is made by one replacement in a small correct registry, and reported at its place. */
class RegistryReaderTest {
    private static final String CORRECT = """
            groups:
              - id: registry.acme
                type: attribute_group
                brief: Acme.
                attributes:
                  - id: acme.customer
                    type: string
                    stability: stable
                    brief: Who buys.
                    examples: [Alice]
                    annotations: {sensitivity: identifier, cardinality: high, set_also: [acme.buyer]}
                  - id: acme.buyer
                    type: string
                    stability: stable
                    brief: The same.
                    examples: [Alice]
                    annotations: {sensitivity: identifier, cardinality: high}
                  - id: acme.size
                    type:
                      members:
                        - {id: small, value: small, stability: stable}
                        - {id: big, value: big, stability: stable}
                    stability: stable
                    brief: How big.
                    annotations: {sensitivity: none, cardinality: low}
                  - id: acme.paid
                    type: boolean
                    stability: stable
                    brief: Whether paid.
                    annotations: {sensitivity: none, cardinality: low}
              - id: attributes.acme
                type: attribute_group
                brief: Common.
                attributes:
                  - ref: acme.customer
                    requirement_level: required
              - id: span.order
                type: span
                span_kind: internal
                stability: stable
                brief: An order.
                extends: attributes.acme
                attributes:
                  - ref: acme.size
                    requirement_level:
                      conditionally_required: when known
                  - ref: acme.paid
                annotations:
                  annotation: AgentSpan
                  name: "order.{step}"
                  placeholders: {step: [take, ship]}
                  component: agent
                  component_name: "{step}"
                  set: {acme.size: big}
              - id: metric.orders
                type: metric
                metric_name: Orders
                instrument: counter
                unit: "{count}"
                stability: stable
                brief: How many.
                annotations:
                  namespace: Acme
                  cloudwatch_unit: Count
                  spans: [span.order]
                  names: [order.ship]
                  value: one
                  when: {attribute: acme.paid, equals: true}
                  dimensions:
                    - {name: Size, attribute: acme.size}
                    - {name: Step, source: component_name}
                  rollups: [[Size]]
            """;

    private static Registry read(String definitions) {
        return read("schema_url: https://example.org/schemas/1.0.0\n", definitions);
    }

    private static Registry read(String manifest, String definitions) {
        return RegistryReader.read(List.of(new RegistrySource(
                "acme",
                new RegistrySource.File("registry.index", "acme.yaml"),
                new RegistrySource.File("manifest.yaml", manifest),
                List.of(new RegistrySource.File("acme.yaml", definitions)))));
    }

    @Test
    void aSpanHasTheAttributesOfTheGroupThatItExtendsAndItsOwn() {
        Registry registry = read(CORRECT);

        List<AttributeUse> uses = registry.families().get(0).attributes();
        assertThat(uses)
                .extracting(use -> use.attribute().key())
                .containsExactly("acme.customer", "acme.size", "acme.paid");
        assertThat(uses)
                .extracting(use -> use.requirement().level())
                .containsExactly(Level.REQUIRED, Level.CONDITIONALLY_REQUIRED, Level.RECOMMENDED);
        assertThat(uses.get(1).requirement().condition()).isEqualTo("when known");
    }

    @Test
    void aFamilyListsItsNames() {
        assertThat(read(CORRECT).families().get(0).names()).containsExactly("order.take", "order.ship");
    }

    @Test
    void theEmptyRollupIsTheTotal() {
        Registry registry = read(CORRECT.replace("rollups: [[Size]]", "rollups: [[Step], []]"));

        assertThat(registry.metrics().get(0).rollups()).containsExactly(List.of("Step"), List.of());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "    brief: Acme.",
                        "    breif: Acme.",
                        "acme.yaml:4:5: missing field `brief`; is `breif` meant to be it?"),
                mistake(
                        "    brief: An order.",
                        "    brief: An order.\n    colour: red",
                        "acme.yaml:42:5: unknown field `colour`; expected one of"),
                mistake(
                        "sensitivity: none, cardinality: low}\n      - id: acme.paid",
                        "sensitivty: none, sensitivity: none, cardinality: low}\n      - id: acme.paid",
                        "unknown field `sensitivty`; expected one of automatic, cardinality, format, inherited, "
                                + "max_length, sensitivity, set_also. Did you mean `sensitivity`?"),
                mistake("    type: span\n", "    type: spam\n", "expected one of attribute_group, span, metric"),
                mistake("span_kind: internal", "span_kind: inner", "expected one of internal, client"),
                mistake("brief: Acme.", "brief: [Acme]", "acme.yaml:4:12: expected a text"),
                mistake("brief: Acme.", "brief: yes", "acme.yaml:4:12: expected a text; put the value in quotes"),
                mistake("ref: acme.paid", "ref: acme.payd", "no attribute `acme.payd`. Did you mean `acme.paid`?"),
                mistake("set_also: [acme.buyer]", "set_also: [acme.byer]", "no attribute `acme.byer`"),
                mistake("extends: attributes.acme", "extends: attributes.acne", "no attribute group `attributes.acne`"),
                mistake(
                        "id: acme.buyer",
                        "id: acme.customer",
                        "`acme.customer` is given twice in this group; keep one"),
                mistake("id: acme.paid", "id: acme.buyer.paid", "makes a namespace of the attribute `acme.buyer`"),
                mistake("id: acme.buyer", "id: Buyer", "`Buyer` is not a key"),
                mistake(
                        "id: span.order",
                        "id: attributes.acme",
                        "group `attributes.acme` is defined already (acme.yaml:31:9)"),
                mistake("value: big", "value: small", "member `small` is given twice"),
                mistake("{step: [take, ship]}", "{stop: [take]}", "no placeholder `{stop}` in `order.{step}`"),
                mistake("component_name: \"{step}\"", "component_name: \"{part}\"", "no placeholder `{part}`"),
                mistake("set: {acme.size: big}", "set: {acme.buyer: big}", "`acme.buyer` is set but not among"),
                mistake(
                        "set: {acme.size: big}",
                        "set_on: {order.shp: {acme.size: big}}",
                        "`order.shp` is not a whole name of `span.order`: expected one of order.take, order.ship. Did you mean `order.ship`?"),
                mistake(
                        "set: {acme.size: big}",
                        "set_on: {'order.{step}': {acme.size: big}}",
                        "is not a whole name of `span.order`"),
                mistake(
                        "set: {acme.size: big}",
                        "set_on: {order.ship: {acme.size: huge}}",
                        "`huge` is not a member of `acme.size`"),
                mistake(
                        "set: {acme.size: big}",
                        "set_on: {order.ship: {acme.buyer: big}}",
                        "`acme.buyer` is set but not among"),
                mistake("order.{step}", "Order.{step}", "`Order.{step}` is not a span name"),
                mistake("spans: [span.order]", "spans: [span.ordr]", "no span group made by an annotation"),
                mistake("names: [order.ship]", "names: [order.lose]", "`order.lose` is not a name of the span"),
                mistake("rollups: [[Size]]", "rollups: [[Colour]]", "`Colour` is not one of the dimensions Size, Step"),
                mistake("rollups: [[Size]]", "rollups: [[Size, Size]]", "`Size` is given twice in this roll-up"),
                mistake(
                        "rollups: [[Size]]",
                        "rollups: [[Step, Size]]",
                        "this roll-up has the same dimensions as the metric itself, and would count every value twice"),
                mistake(
                        "rollups: [[Size]]",
                        "rollups: [[Size], [], [Step], [Size]]",
                        "this roll-up has the same dimensions as an earlier one"),
                mistake("attribute: acme.size}", "attribute: acme.buyer}", "metric `Orders` needs `acme.buyer`"),
                mistake(
                        "attribute: acme.size}",
                        "attribute: acme.paid}",
                        "expected an attribute of type string or enum"),
                mistake("source: component_name", "source: step", "expected component or component_name"),
                mistake("value: one", "value: duration", "expected histogram for this `value`"),
                mistake(
                        "attribute: acme.paid, equals",
                        "attribute: acme.size, equals",
                        "expected an attribute of type bool"),
                mistake("equals: true", "equals: maybe", "expected true or false"),
                mistake(
                        "    examples: [Alice]\n        annotations: {sensitivity: identifier, cardinality: high}",
                        "    annotations: {sensitivity: identifier, cardinality: high}",
                        "`examples` are needed"),
                mistake("conditionally_required: when known", "if: known", "unknown field `if`"),
                mistake("requirement_level: required", "requirement_level: maybe", "expected one of required"),
                mistake("groups:", "groups: [", "not YAML"),
                mistake("groups:", "# nothing\nparts:", "missing field `groups`"));
    }

    private static Arguments mistake(String correct, String wrong, String message) {
        return Arguments.of(correct, wrong, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void aMistakeIsReportedWithItsPlaceAndTheExpectedForm(String correct, String wrong, String message) {
        assertThat(CORRECT).contains(correct);

        assertThatThrownBy(() -> read(CORRECT.replace(correct, wrong)))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageMatching("(?s)acme\\.yaml:\\d+:\\d+: .*")
                .hasMessageContaining(message);
    }

    @Test
    void anEmptyFileIsAMistake() {
        assertThatThrownBy(() -> read(""))
                .hasMessage("acme.yaml:1:1: the file is empty; expected fields, such as `groups:`");
    }

    @Test
    void familiesWhoseNamesOverlapAreAMistake() {
        String second = CORRECT.substring(
                        CORRECT.indexOf("  - id: span.order"), CORRECT.indexOf("  - id: metric.orders"))
                .replace("span.order", "span.order.again")
                .replace("{step}", "{phase}")
                .replace("{step: [take, ship]}", "{phase: [ship, lose]}");

        assertThatThrownBy(() -> read(CORRECT + second)).hasMessageContaining("are also names of `order.{");
    }

    @Test
    void theManifestNeedsAnAddressWithAVersion() {
        assertThatThrownBy(() -> read("schema_url: example\n", CORRECT))
                .hasMessageStartingWith(
                        "manifest.yaml:1:13: `example` is not an address with a version: expected one that ends in a version");
    }
}
