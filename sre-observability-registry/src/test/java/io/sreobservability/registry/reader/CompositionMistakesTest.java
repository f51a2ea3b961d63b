package io.sreobservability.registry.reader;

import static io.sreobservability.registry.reader.Registries.compose;
import static io.sreobservability.registry.reader.Registries.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a registry must not do to the standard: each mistake is one error that names both, and both places. */
class CompositionMistakesTest {

    static Stream<Arguments> looseningAndRedefining() {
        return Stream.of(
                refine(
                        "span.tool",
                        "- {ref: sre.tool_params, annotations: {max_length: 2000}}",
                        "acme.yaml:6:58: acme loosens `sre.tool_params` of the standard (tool.yaml:…): max_length "
                                + "2000 is above 1000; keep it, or give a stricter value"),
                refine(
                        "span.tool",
                        "- {ref: sre.tool_params, annotations: {sensitivity: identifier}}",
                        "acme.yaml:6:59: acme loosens `sre.tool_params` of the standard (tool.yaml:…): sensitivity "
                                + "identifier is weaker than content"),
                refine(
                        "span.tool",
                        "- {ref: sre.tool_name, annotations: {cardinality: high}}",
                        "acme.yaml:6:57: acme loosens `sre.tool_name` of the standard (tool.yaml:…): cardinality "
                                + "high is above bounded"),
                refine(
                        "span.tool",
                        "- {ref: sre.tool_name, requirement_level: recommended}",
                        "acme.yaml:6:15: acme loosens `sre.tool_name` on `span.tool` of the standard (tool.yaml:…): "
                                + "requirement level recommended is below required; keep it, or give a higher level"),
                refine(
                        "span.supervisor",
                        "- {ref: sre.escalation_type, requirement_level: {conditionally_required: sometimes}}",
                        "acme.yaml:6:15: acme redefines the requirement level of `sre.escalation_type` on "
                                + "`span.supervisor` of the standard (supervisor.yaml:…); it is "
                                + "conditionally_required (when `sre.escalation_triggered` is true); leave it"),
                refine(
                        "span.tool",
                        "- {ref: sre.tool_name, annotations: {inherited: true}}",
                        "acme.yaml:6:44: acme redefines `inherited` of `sre.tool_name` of the standard (tool.yaml:…); "
                                + "only sensitivity, cardinality, max_length and add_members can be given here"),
                refine(
                        "span.tool",
                        "- {ref: sre.attempt, annotations: {max_length: 3}}",
                        "acme.yaml:6:54: `max_length` is for attributes of type string"),
                refine(
                        "span.tool",
                        "- {ref: sre.agent_type, annotations: {add_members: [{id: logs, value: x, stability: stable}]}}",
                        "acme.yaml:6:58: acme redefines member `logs` (`logs`) of `sre.agent_type` of the standard "
                                + "(agent.yaml:…); remove it here"),
                refine(
                        "span.tool",
                        "- {ref: sre.tool_name, annotations: {add_members: [{id: a, value: a, stability: stable}]}}",
                        "acme.yaml:6:57: `sre.tool_name` is of type string: only an enumeration has members"),
                refine(
                        "span.tool",
                        "- {ref: sre.tool_name, annotations: {colour: red}}",
                        "acme.yaml:6:44: unknown field `colour`; expected one of add_members, automatic, cardinality"),
                refine(
                        "span.tools",
                        "- ref: sre.query",
                        "acme.yaml:7:28: no span or metric group `span.tools`. Did you mean `span.tool`?"),
                refine("acme.change", "- ref: sre.query", "acme.yaml:7:28: no span or metric group `acme.change`"),
                refine(
                        "span.tool, placeholders: {name: [a]}",
                        "- ref: sre.query",
                        "acme.yaml:7:54: no placeholder `{name}` in `tool.{tool_name}`"),
                refine(
                        "span.tool, placeholders: {tool_name: [Get]}",
                        "- ref: sre.query",
                        "acme.yaml:7:66: `Get` is not a word of a span name: expected snake_case"),
                refine(
                        "span.tool, placeholders: {tool_name: []}",
                        "- ref: sre.query",
                        "acme.yaml:7:65: expected at least one word"),
                refine(
                        "span.tool, spans: [span.agent]",
                        "- ref: sre.query",
                        "acme.yaml:7:39: unknown field `spans`; expected one of placeholders, refines"),
                refine(
                        "metric.memory_operation, spans: [span.tool]",
                        "- ref: sre.query",
                        "acme.yaml:7:60: metric `MemoryOperation` needs `memory.strategy`, but spans of `span.tool` "
                                + "do not have it"),
                refine("metric.memory_operation", "- ref: sre.query", "acme.yaml:7:18: missing field `spans`"),
                define(
                        "- {id: sre.query, type: int, stability: stable, brief: Q., "
                                + "annotations: {sensitivity: none, cardinality: low}}",
                        "acme.yaml:6:14: acme redefines attribute `sre.query` of the standard (common.yaml:…); use "
                                + "it with `ref`, or choose a key of your own"),
                define(
                        "- {id: sre.query.length, type: int, stability: stable, brief: Q., "
                                + "annotations: {sensitivity: none, cardinality: low}}",
                        "acme.yaml:6:14: attribute `sre.query.length` makes a namespace of the attribute `sre.query` of "
                                + "the standard (common.yaml:…); rename one of them"),
                define(
                        "- {id: sre.tool.name, type: int, stability: stable, brief: Q., "
                                + "annotations: {sensitivity: none, cardinality: low}}",
                        "acme.yaml:6:14: `sre.tool.name` differs from `sre.tool_name` of the standard (tool.yaml:…) "
                                + "only in dots and underscores; rename one of them"),
                define(
                        "- {ref: sre.session_id, annotations: {sensitivity: content}}",
                        "acme.yaml:6:15: `sre.session_id` is also written as `session.id` of the standard "
                                + "(common.yaml:…), whose sensitivity is weaker: give `session.id` the sensitivity "
                                + "content, too"),
                define(
                        "- {id: acme.a, type: int, stability: stable, brief: Q., deprecated: {reason: renamed, "
                                + "renamed_to: sre.atempt}, annotations: {sensitivity: none, cardinality: low}}",
                        "acme.yaml:6:14: `renamed_to` of `acme.a`: no attribute `sre.atempt`. Did you mean "
                                + "`sre.attempt`?"),
                define(
                        "- {id: acme.a, type: int, stability: stable, brief: Q., deprecated: gone, "
                                + "annotations: {sensitivity: none, cardinality: low}}",
                        "acme.yaml:6:75: expected {reason: renamed, renamed_to: name}, {reason: obsoleted} or"),
                define(
                        "- {id: acme.a, type: \"string[]\", stability: stable, brief: Q., "
                                + "annotations: {sensitivity: none, cardinality: low}}",
                        "acme.yaml:6:28: attributes of type `string[]` cannot be set by annotations: expected string"),
                define(
                        "- {id: acme.a, type: int, stability: stable, brief: Q., examples: [many], "
                                + "annotations: {sensitivity: none, cardinality: low}}",
                        "acme.yaml:6:74: expected an example of the attribute's type"));
    }

    private static Arguments refine(String annotation, String attribute, String message) {
        return Arguments.of("""
                groups:
                  - id: acme.change
                    type: attribute_group
                    brief: A change.
                    attributes:
                      ATTRIBUTE
                    annotations: {refines: ANNOTATION}
                """.replace("ATTRIBUTE", attribute).replace("ANNOTATION", annotation), message);
    }

    private static Arguments define(String attribute, String message) {
        return Arguments.of("""
                groups:
                  - id: registry.acme
                    type: attribute_group
                    brief: A definition.
                    attributes:
                      ATTRIBUTE
                """.replace("ATTRIBUTE", attribute), message);
    }

    static Stream<Arguments> spansAndMetrics() {
        return Stream.of(
                span(
                        "id: span.acme",
                        "id: span.tool",
                        "acme.yaml:2:9: acme redefines group `span.tool` of the standard "
                                + "(tool.yaml:…); choose an id of your own; to add to it, write `annotations: {refines: span.tool}`"),
                span(
                        "plan.{step}",
                        "tool.{step}",
                        "acme.yaml:2:9: names of `tool.{step}` are also names of "
                                + "`tool.{tool_name}` of the standard (tool.yaml:…); choose other words"),
                span(
                        "plan.{step}",
                        "plan.{user_id}",
                        "acme.yaml:2:9: {user_id} in `plan.{user_id}` is named after "
                                + "`sre.user_id`, whose cardinality is high: a span name must not hold it"),
                span(
                        "annotation: AgentSpan",
                        "annotation: AgentsSpan",
                        "acme.yaml:2:9: the annotation of `span.acme` is "
                                + "`AgentsSpan`; expected one of AgentSpan, MemorySpan, ToolSpan"),
                span(
                        "component: agent",
                        "component: planner",
                        "the component of `span.acme` is `planner`; expected one of " + "agent, memory, tool"),
                span(
                        "component_name: plan",
                        "component_name: plan\n      set: {sre.user_id: \"{step}\"}",
                        "acme.yaml:13:13: `sre.user_id` holds a part of the span name `plan.{step}`, but its cardinality is "
                                + "high: expected an attribute of low or bounded cardinality and of sensitivity none"),
                span(
                        "component_name: plan",
                        "component_name: plan\n      set: {sre.agent_type: loggs}",
                        "acme.yaml:13:29: `loggs` is not a member of `sre.agent_type`: expected one of supervisor, "
                                + "kubernetes, logs, metrics, runbooks. Did you mean `logs`?"),
                span(
                        "metric_name: Plans",
                        "metric_name: ToolExecution",
                        "acme.yaml:13:9: acme redefines metric "
                                + "`ToolExecution` of the standard (metrics.yaml:…); choose a name of your own; to record"),
                span(
                        "attribute: sre.agent_type",
                        "attribute: sre.user_id",
                        "acme.yaml:13:9: metric `Plans` has the "
                                + "dimension `Agent` from `sre.user_id`, whose cardinality is high"),
                span(
                        "[{name: Agent,",
                        "[{name: Agent, source: component}, {name: Agent,",
                        "acme.yaml:13:9: metric `Plans` has two dimensions `Agent`"),
                span("namespace: Acme", "namespace: AWS/Acme", "`AWS/Acme` is not a CloudWatch namespace"),
                span("cloudwatch_unit: Count", "cloudwatch_unit: Milliseconds", "expected Count for this `value`"),
                span("spans: [span.acme]", "spans: []", "expected at least one span family"),
                span(
                        "spans: [span.acme]",
                        "spans: [span.acne]",
                        "no span group made by an annotation `span.acne`. Did" + " you mean `span.acme`?"),
                span("type: metric", "type: event", "acme.yaml:14:11: expected one of attribute_group, span, metric"));
    }

    private static Arguments span(String correct, String wrong, String message) {
        String text = """
                groups:
                  - id: span.acme
                    type: span
                    span_kind: internal
                    stability: stable
                    brief: A plan.
                    extends: attributes.sre.context
                    annotations:
                      annotation: AgentSpan
                      name: "plan.{step}"
                      component: agent
                      component_name: plan

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
                      dimensions: [{name: Agent, attribute: sre.agent_type}]
                """;
        if (!text.contains(correct)) {
            throw new IllegalArgumentException(correct);
        }
        return Arguments.of(text.replace("\n\n", "\n").replace(correct, wrong), message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"looseningAndRedefining", "spansAndMetrics"})
    void aMistakeIsOneErrorWithItsPlaceAndTheFix(String definitions, String message) {
        assertThatThrownBy(() -> compose(source("acme", definitions)))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageMatching("acme\\.yaml:\\d+:\\d+: .*")
                .satisfies(e ->
                        assertThat(withoutPlacesInTheStandard(e.getMessage())).contains(message));
    }

    /** Lines of the standard move whenever somebody writes a better sentence there. */
    private static String withoutPlacesInTheStandard(String message) {
        return message.replaceAll("(of the standard \\([a-z]+\\.yaml):\\d+:\\d+", "$1:…");
    }

    @Test
    void thePlaceInTheStandardIsNamed() {
        int line = RegistrySources.standard().definitions().stream()
                        .filter(file -> file.name().equals("tool.yaml"))
                        .findFirst()
                        .orElseThrow()
                        .text()
                        .lines()
                        .toList()
                        .indexOf("      - id: sre.tool_params")
                + 1;

        assertThatThrownBy(
                        () -> compose(source("one", group("{ref: sre.tool_params, annotations: {max_length: 2000}}"))))
                .hasMessageContaining("of the standard (tool.yaml:" + line + ":13)");
    }

    private static final String TENANT = """
            groups:
              - id: registry.one
                type: attribute_group
                brief: One.
                attributes:
                  - id: one.tenant
                    type: string
                    stability: stable
                    brief: Who pays.
                    examples: [globex]
                    annotations: {sensitivity: none, cardinality: bounded}
                  - ref: sre.query
                    annotations: {max_length: 100}
            """;

    private static String group(String attribute) {
        return """
                groups:
                  - id: two.change
                    type: attribute_group
                    brief: Two.
                    attributes:
                      - ATTRIBUTE
                """.replace("ATTRIBUTE", attribute);
    }

    @Test
    void whatIsOfAnotherRegistryNeedsADependency() {
        assertThatThrownBy(() -> compose(source("one", TENANT), source("two", group("ref: one.tenant"))))
                .hasMessage(
                        "two.yaml:6:14: `one.tenant` is of one (one.yaml:6:13), which two does not build on: add "
                                + "`- schema_url: https://example.org/schemas/one/1.0.0` to `dependencies` in two/manifest.yaml");
    }

    @Test
    void twoRegistriesThatDoNotKnowEachOtherCannotTightenTheSameAttribute() {
        String change = group("{ref: sre.query, annotations: {max_length: 50}}");

        assertThatThrownBy(() -> compose(source("one", TENANT), source("two", change)))
                .hasMessageStartingWith(
                        "two.yaml:6:15: the handling of `sre.query` is of one (one.yaml:12:14), which two does not build on");
    }

    @Test
    void aRegistryThatLoosensASharedOneNamesThatOne() {
        String change = group("{ref: sre.query, annotations: {max_length: 150}}");

        assertThatThrownBy(() -> compose(source("one", TENANT), source("two", change, "one")))
                .hasMessage(
                        "two.yaml:6:52: two loosens `sre.query` of one (one.yaml:12:14): max_length 150 is above 100; "
                                + "keep it, or give a stricter value");
    }

    @Test
    void anOwnAttributeIsChangedWhereItIsDefined() {
        assertThatThrownBy(() -> compose(source(
                        "one",
                        TENANT
                                + "  - id: one.more\n    type: attribute_group\n    brief: More.\n    attributes:\n"
                                + "      - {ref: one.tenant, annotations: {sensitivity: content}}\n")))
                .hasMessage("one.yaml:18:40: `one.tenant` is defined by this registry (one.yaml:6:13); write its "
                        + "annotations there");
    }

    @Test
    void aDependencyThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> compose(source("one", TENANT), source("two", group("ref: sre.query"), "onee")))
                .hasMessage(
                        "two/manifest.yaml:3:17: the dependency https://example.org/schemas/onee/1.0.0 is not there; "
                                + "put its artifact on the processor path. Did you mean `https://example.org/schemas/one`?");
    }

    @Test
    void aDependencyOfAnOlderVersionDoesNotDo() {
        RegistrySource two = source("two", """
                schema_url: https://example.org/schemas/two/1.0.0
                dependencies:
                  - schema_url: https://example.org/schemas/one/1.10.0
                """, java.util.Map.of("two.yaml", group("ref: one.tenant")));

        assertThatThrownBy(() -> compose(source("one", TENANT), two))
                .hasMessageStartingWith("two/manifest.yaml:3:17: the dependency "
                        + "https://example.org/schemas/one/1.10.0 is there in an older version, as "
                        + "https://example.org/schemas/one/1.0.0 (one)");
    }

    @Test
    void registriesMustNotBuildOnEachOtherInACircle() {
        assertThatThrownBy(() -> compose(source("one", TENANT, "two"), source("two", group("ref: sre.query"), "one")))
                .hasMessage(
                        "two/manifest.yaml:3:17: registries build on each other in a circle: one, two; remove one of "
                                + "the `dependencies`");
    }

    @Test
    void oneRegistryCannotBeThereTwice() {
        RegistrySource other = new RegistrySource(
                "copy", source("one", TENANT).index(), source("one", TENANT).manifest(), List.of());

        assertThatThrownBy(() -> compose(source("one", TENANT), other))
                .hasMessage(
                        "one/manifest.yaml:1:13: the registry https://example.org/schemas/one is there twice: as one "
                                + "and as copy; remove one of them");
    }
}
