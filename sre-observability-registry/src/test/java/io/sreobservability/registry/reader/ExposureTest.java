package io.sreobservability.registry.reader;

import static io.sreobservability.registry.reader.Registries.compose;
import static io.sreobservability.registry.reader.Registries.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells of a person is not shown in span names and dimensions, which no redaction and no switch reaches. */
class ExposureTest {
    private static final String CORRECT = """
            groups:
              - id: registry.acme
                type: attribute_group
                brief: Acme.
                attributes:
                  - id: acme.owner
                    type: string
                    stability: stable
                    brief: Who asked.
                    examples: [Alice]
                    annotations: {sensitivity: none, cardinality: bounded}
              - id: span.acme
                type: span
                span_kind: internal
                stability: stable
                brief: A plan.
                extends: attributes.sre.context
                attributes:
                  - ref: acme.owner
                annotations:
                  annotation: AgentSpan
                  name: "plan.{step}"
                  component: agent
                  component_name: plan
            """;
    private static final String METRIC = """
              - id: metric.acme
                type: metric
                metric_name: Plans
                instrument: counter
                unit: "{count}"
                stability: stable
                brief: Plans.
                annotations:
                  namespace: Acme
                  cloudwatch_unit: Count
                  spans: [span.acme]
                  value: one
                  when: always
                  dimensions: [{name: Owner, attribute: acme.owner}]
            """;

    private static String sensitive(String definitions, String sensitivity) {
        return definitions.replace("sensitivity: none", "sensitivity: " + sensitivity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier", "content"})
    void anOpenPlaceholderIsNotNamedAfterIt(String sensitivity) {
        String definitions = CORRECT.replace("{step}", "{owner}");

        assertThat(compose(source("acme", definitions)).families()).isNotEmpty();
        assertThatThrownBy(() -> compose(source("acme", sensitive(definitions, sensitivity))))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessage(
                        "acme.yaml:12:9: {owner} in `plan.{owner}` is named after `acme.owner`, whose sensitivity is "
                                + sensitivity
                                + ": a span name must not hold it. Leave it out, or close the placeholder with a "
                                + "list of words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier", "content"})
    void itIsNotSetFromAnOpenPlaceholder(String sensitivity) {
        String definitions = CORRECT + "      set: {acme.owner: \"{step}\"}\n";

        assertThat(compose(source("acme", definitions)).families()).isNotEmpty();
        assertThatThrownBy(() -> compose(source("acme", sensitive(definitions, sensitivity))))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessage("acme.yaml:25:13: `acme.owner` holds a part of the span name `plan.{step}`, but its "
                        + "sensitivity is " + sensitivity
                        + ": expected an attribute of low or bounded cardinality and of sensitivity none");
    }

    @Test
    void listedWordsTellOfNobody() {
        String definitions = CORRECT.replace("{step}", "{owner}")
                + "      placeholders: {owner: [team, company]}\n      set: {acme.owner: \"{owner}\"}\n";

        assertThat(compose(source("acme", sensitive(definitions, "content"))).families())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier", "content"})
    void itIsNoDimension(String sensitivity) {
        assertThat(compose(source("acme", CORRECT + METRIC)).metrics()).isNotEmpty();
        assertThatThrownBy(() -> compose(source("acme", sensitive(CORRECT + METRIC, sensitivity))))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageStartingWith("acme.yaml:25:9: metric `Plans` has the dimension `Owner` from `acme.owner`, "
                        + "whose sensitivity is " + sensitivity + ": ");
    }

    /** The standard cannot know who makes its attributes stricter: whoever does so sees the error. */
    @ParameterizedTest
    @CsvSource({
        "sre.tool_name, identifier, `sre.tool_name` holds a part of the span name `tool.{tool_name}`",
        "sre.user_id, content, has the dimension `UserID` from `sre.user_id`"
    })
    void whoeverMakesAShownAttributeStricterIsAtFault(String key, String sensitivity, String message) {
        String stricter = """
                groups:
                  - id: acme.stricter
                    type: attribute_group
                    brief: Stricter.
                    attributes:
                      - {ref: KEY, annotations: {sensitivity: LEVEL}}
                """.replace("KEY", key).replace("LEVEL", sensitivity);

        assertThatThrownBy(() -> compose(source("acme", stricter)))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageStartingWith("acme.yaml:6:15: ")
                .hasMessageContaining(message)
                .hasMessageContaining("sensitivity is " + sensitivity);
    }
}
