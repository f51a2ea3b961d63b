package io.sreobservability.registry.reader;

import static io.sreobservability.registry.reader.Registries.compose;
import static io.sreobservability.registry.reader.Registries.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits.Cardinality;
import io.sreobservability.registry.model.AttributeTraits.Sensitivity;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.model.AttributeUse.Level;
import io.sreobservability.registry.model.Deprecation;
import io.sreobservability.registry.model.Layer;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Origin;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.name.SpanName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a registry may add to the standard, and how it may be stricter. */
class CompositionTest {
    private static final String ACME = """
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
                    annotations: {sensitivity: none, cardinality: bounded}
                  - id: acme.tries
                    type: int
                    stability: stable
                    brief: How many.
                    examples: 3
                    deprecated: {reason: renamed, renamed_to: sre.attempt, note: Since 2.0.}
                    annotations: {sensitivity: none, cardinality: low}
              - id: acme.tool
                type: attribute_group
                brief: What Acme adds to tool calls.
                attributes:
                  - ref: acme.tenant
                    requirement_level: required
                  - ref: sre.tool_params
                    requirement_level: required
                    annotations: {max_length: 500}
                annotations:
                  refines: span.tool
                  placeholders: {tool_name: [get_weather, get_forecast]}
              - id: acme.supervisor
                type: attribute_group
                brief: What Acme's supervisor does besides.
                attributes:
                  - ref: sre.agents_selected
                    annotations: {sensitivity: identifier, cardinality: low}
                annotations:
                  refines: span.supervisor
                  placeholders: {operation: [negotiate]}
              - id: acme.agents
                type: attribute_group
                brief: Acme's agents.
                attributes:
                  - ref: sre.agent_type
                    annotations:
                      add_members: [{id: network, value: network, stability: stable, brief: Looks at routers.}]
              - id: span.acme.plan
                type: span
                span_kind: internal
                stability: stable
                display_name: Plan
                brief: One plan.
                extends: attributes.sre.context
                attributes:
                  - ref: acme.tenant
                    requirement_level: required
                annotations:
                  annotation: AgentSpan
                  name: "plan.{step}"
                  placeholders: {step: [draft, review]}
                  component: agent
                  component_name: "plan_{step}"
                  set: {sre.agent_type: network}
              - id: metric.acme.plans
                type: metric
                metric_name: PlanTime
                instrument: histogram
                unit: ms
                stability: stable
                brief: How long a plan takes.
                attributes:
                  - ref: acme.tenant
                annotations:
                  namespace: Acme/Agents
                  cloudwatch_unit: Milliseconds
                  spans: [span.acme.plan]
                  value: duration
                  when: always
                  dimensions: [{name: Tenant, attribute: acme.tenant}]
              - id: acme.invocations
                type: attribute_group
                brief: Plans count as invocations of agents.
                annotations:
                  refines: metric.agent_invocation
                  spans: [span.acme.plan]
            """;

    private static final Registry STANDARD = RegistryReader.standard();
    private static final Registry ACMES = compose(source("acme", ACME));

    private static SpanFamily family(Registry registry, String id) {
        return registry.families().stream()
                .filter(family -> family.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Attribute attribute(String key) {
        return ACMES.attribute(key).orElseThrow();
    }

    @Test
    void theStandardAloneIsOneLayerThatHoldsEverything() {
        assertThat(STANDARD.layers()).hasSize(1);
        Layer layer = STANDARD.layers().get(0);
        assertThat(layer.origin())
                .isEqualTo(new Origin(
                        "the standard",
                        "https://sreobservability.io/schemas/standard/0.1.0",
                        "io.sreobservability.aspects.standard"));
        assertThat(layer.attributes()).containsExactlyInAnyOrderElementsOf(STANDARD.attributes());
        assertThat(layer.families()).containsExactlyElementsOf(STANDARD.families());
        assertThat(layer.metrics()).containsExactlyElementsOf(STANDARD.metrics());
        assertThat(layer.addedMembers()).isEmpty();
    }

    @Test
    void everyLayerTellsWhatItBroughtAndEveryDefinitionWhereItComesFrom() {
        Layer acme = ACMES.layers().get(1);
        assertThat(acme.origin()).isEqualTo(new Origin("acme", Registries.address("acme"), "com.acme"));
        assertThat(acme.attributes())
                .extracting(Attribute::key)
                .containsExactlyInAnyOrder("acme.tenant", "acme.tries", "sre.tool_params", "sre.agents_selected");
        assertThat(acme.families())
                .extracting(SpanFamily::id)
                .containsExactlyInAnyOrder("span.tool", "span.supervisor", "span.acme.plan");
        assertThat(acme.metrics()).extracting(Metric::name).containsExactly("PlanTime");
        assertThat(acme.addedMembers()).containsOnlyKeys("sre.agent_type");

        assertThat(ACMES.originOf(attribute("sre.tool_params"))).isEqualTo(acme.origin());
        assertThat(ACMES.originOf(attribute("sre.query")).name()).isEqualTo("the standard");
        assertThat(ACMES.originOf(attribute("sre.agent_type")).name()).isEqualTo("the standard");
        assertThat(ACMES.originOf(family(ACMES, "span.tool"))).isEqualTo(acme.origin());
        assertThat(ACMES.originOf(family(ACMES, "span.memory")).name()).isEqualTo("the standard");
        assertThat(ACMES.originOf(ACMES.metric("PlanTime").orElseThrow())).isEqualTo(acme.origin());
        assertThat(ACMES.originOf(ACMES.metric("AgentInvocation").orElseThrow()).name())
                .isEqualTo("the standard");
    }

    @Test
    void aStricterAttributeIsStricterOnEverySpan() {
        assertThat(attribute("sre.tool_params").traits().maxLength()).hasValue(500);
        assertThat(attribute("sre.agents_selected").traits().sensitivity()).isEqualTo(Sensitivity.IDENTIFIER);
        assertThat(attribute("sre.agents_selected").traits().cardinality()).isEqualTo(Cardinality.LOW);
        assertThat(family(ACMES, "span.tool.attempt")
                        .use("sre.tool_params")
                        .orElseThrow()
                        .attribute())
                .isEqualTo(attribute("sre.tool_params"));
    }

    @Test
    void aFamilyGetsFurtherAttributesAndHigherLevels() {
        SpanFamily tool = family(ACMES, "span.tool");

        assertThat(tool.use("acme.tenant").orElseThrow().requirement().level()).isEqualTo(Level.REQUIRED);
        assertThat(tool.use("sre.tool_params").orElseThrow().requirement().level())
                .isEqualTo(Level.REQUIRED);
        assertThat(family(ACMES, "span.tool.attempt").use("acme.tenant")).isEmpty();
    }

    @Test
    void aTighterAttributeWithoutALevelKeepsTheLevelThatItHas() {
        assertThat(family(ACMES, "span.supervisor").use("sre.agents_selected"))
                .map(use -> use.requirement())
                .isEqualTo(family(STANDARD, "span.supervisor")
                        .use("sre.agents_selected")
                        .map(use -> use.requirement()));
    }

    @Test
    void anOpenPlaceholderIsClosedAndAClosedOneGetsFurtherWords() {
        assertThat(family(ACMES, "span.tool").names()).containsExactly("tool.get_weather", "tool.get_forecast");
        assertThat(family(ACMES, "span.supervisor").names())
                .containsExactly(
                        "supervisor.investigate",
                        "supervisor.analyze_query",
                        "supervisor.route_decision",
                        "supervisor.aggregate_results",
                        "supervisor.negotiate");
        assertThat(ACMES.familyOf(SpanName.parse("tool.get_pods").orElseThrow()))
                .isEmpty();
    }

    @Test
    void anEnumerationGetsFurtherMembers() {
        Enumeration type = (Enumeration) attribute("sre.agent_type").type();

        assertThat(type.values()).containsExactly("supervisor", "kubernetes", "logs", "metrics", "runbooks", "network");
        assertThat(ACMES.layers().get(1).addedMembers().get("sre.agent_type"))
                .extracting(Member::value)
                .containsExactly("network");
    }

    @Test
    void newSpansAreRecordedByNewAndByEarlierMetrics() {
        SpanFamily plan =
                ACMES.familyOf(SpanName.parse("plan.draft").orElseThrow()).orElseThrow();

        assertThat(ACMES.metrics().stream()
                        .filter(metric -> metric.appliesTo(plan, "plan.draft"))
                        .map(Metric::name))
                .containsExactly("AgentInvocation", "PlanTime");
    }

    @Test
    void aDeprecatedAttributeTellsItsReplacement() {
        assertThat(attribute("acme.tries").documentation().deprecation())
                .contains(new Deprecation(
                        Deprecation.Reason.RENAMED, java.util.Optional.of("sre.attempt"), "Since 2.0."));
        assertThat(attribute("acme.tries").documentation().examples()).containsExactly("3");
    }

    @Test
    void twoRegistriesThatDoNotKnowEachOtherMayAddToTheSameSpans() {
        String addition = """
                groups:
                  - id: NAME.attributes
                    type: attribute_group
                    brief: Something.
                    attributes:
                      - id: NAME.cost
                        type: double
                        stability: stable
                        brief: A cost.
                        annotations: {sensitivity: none, cardinality: high}
                  - id: NAME.tool
                    type: attribute_group
                    brief: Something.
                    attributes:
                      - ref: NAME.cost
                    annotations: {refines: span.tool, placeholders: {tool_name: [NAME_search]}}
                """;
        RegistrySource one = source("one", addition.replace("NAME", "one"));
        RegistrySource two = source("two", addition.replace("NAME", "two"));

        Registry registry = compose(two, one);

        assertThat(family(registry, "span.tool").names()).containsExactly("tool.one_search", "tool.two_search");
        assertThat(family(registry, "span.tool").use("one.cost")).isPresent();
        assertThat(family(registry, "span.tool").use("two.cost")).isPresent();
        assertThat(registry.layers())
                .extracting(layer -> layer.origin().name())
                .containsExactly("the standard", "one", "two");
        assertThat(compose(one, two).layers()).isEqualTo(registry.layers());
    }

    @Test
    void aRegistryComesAfterTheOnesItBuildsOn() {
        String stricter = """
                groups:
                  - id: NAME.stricter
                    type: attribute_group
                    brief: Something.
                    attributes:
                      - ref: sre.query
                        annotations: {max_length: LENGTH}
                """;
        RegistrySource last = source("a", stricter.replace("NAME", "a").replace("LENGTH", "50"), "z");
        RegistrySource first = source("z", stricter.replace("NAME", "z").replace("LENGTH", "100"));

        Registry registry = compose(last, first);

        assertThat(registry.layers())
                .extracting(layer -> layer.origin().name())
                .containsExactly("the standard", "z", "a");
        assertThat(registry.attribute("sre.query").orElseThrow().traits().maxLength())
                .hasValue(50);
    }

    @Test
    void aRegistryWithoutNamesNeedsNoPackageForConstants() {
        RegistrySource source = source("acme", """
                groups:
                  - id: acme.invocations
                    type: attribute_group
                    brief: Nothing new.
                """);
        RegistrySource bare = new RegistrySource(
                "acme",
                new RegistrySource.File("registry.index", "acme.yaml"),
                source.manifest(),
                source.definitions());

        assertThat(compose(bare).layers().get(1).origin().constantsPackage()).isEmpty();
        assertThatThrownBy(() -> compose(new RegistrySource(
                        "acme",
                        new RegistrySource.File("registry.index", "acme.yaml"),
                        source.manifest(),
                        source("acme", ACME).definitions())))
                .isInstanceOf(InvalidRegistryException.class)
                .hasMessageStartingWith("registry.index:1:1: the registry adds names, but not the package");
    }

    @Test
    void linesOfTheIndexThatAreBlankOrCommentsMeanNothing() {
        RegistryIndex index = RegistryIndex.parse(
                new RegistrySource.File("registry.index", "# ours\n\n  a.yaml\r\nconstants: com.acme\nb.yml\n"));

        assertThat(index.entries()).extracting(RegistryIndex.Entry::file).isEqualTo(List.of("a.yaml", "b.yml"));
        assertThat(index.constantsPackage()).contains("com.acme");
    }
}
