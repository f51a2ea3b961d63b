package io.sreobservability.registry.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits.Sensitivity;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.name.Template;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard itself, as everything else sees it. */
class StandardTest {
    private static final Registry STANDARD = RegistryReader.standard();

    @ParameterizedTest
    @CsvSource({
        "supervisor.route_decision, span.supervisor",
        "agent.kubernetes.execute, span.agent",
        "agent.{agent_name}.execute, span.agent",
        "tool.get_pod_status, span.tool",
        "tool.{tool_name}, span.tool",
        "tool.get_pod_status.attempt, span.tool.attempt",
        "memory.vector_search, span.memory",
    })
    void aNameLeadsToItsFamily(String name, String family) {
        assertThat(STANDARD.familyOf(SpanName.parse(name).orElseThrow()).map(SpanFamily::id))
                .contains(family);
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor.investigate, invoke_agent",
        "agent.kubernetes.execute, invoke_agent",
        "tool.get_pod_status, execute_tool",
        "tool.{tool_name}, execute_tool",
        "tool.get_pod_status.attempt, none",
        "memory.retrieve, search_memory",
        "memory.store, create_memory",
        "memory.vector_search, none",
        "memory.{operation}, none",
    })
    void aNameSaysWhichWorkOfTheGenAiConventionsItIs(String name, String operation) {
        SpanName spanName = SpanName.parse(name).orElseThrow();

        Template value =
                STANDARD.familyOf(spanName).orElseThrow().setBy(spanName).get("gen_ai.operation.name");

        assertThat(value == null ? "none" : value.text()).isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource({"supervisor.guess", "agent.kubernetes", "tool.{name}", "memory.forget", "chat.gpt"})
    void aNameOutsideTheStandardHasNoFamily(String name) {
        assertThat(STANDARD.familyOf(SpanName.parse(name).orElseThrow())).isEmpty();
    }

    @Test
    void metricsArePublishedUnderExactlyTheDimensionSetsOfTheStandard() {
        assertThat(STANDARD.metrics().stream().collect(Collectors.toMap(Metric::name, Metric::dimensionSets)))
                .hasSize(8)
                .containsEntry("AgentInvocation", List.of(List.of("AgentName", "UserID"), List.of("AgentName")))
                .containsEntry("ToolExecution", List.of(List.of("ToolName", "AgentName")))
                .containsEntry("MemoryOperation", List.of(List.of("Operation", "Strategy")))
                .containsEntry(
                        "EscalationTriggered", List.of(List.of("UserID", "EscalationType"), List.of("EscalationType")))
                .containsEntry("ComponentError", List.of(List.of("Component", "Name", "ErrorType")))
                .containsEntry("AgentRouting", List.of(List.of("AgentName")))
                .containsEntry("MemoryCacheHit", List.of(List.of("Strategy")))
                .containsEntry("MemoryCacheMiss", List.of(List.of("Strategy")));
    }

    @Test
    void everyMetricGoesToTheNamespaceOfTheStandard() {
        assertThat(STANDARD.metrics())
                .allSatisfy(metric -> assertThat(metric.namespace()).isEqualTo("SREAgent/Production"));
    }

    @Test
    void onlyTheRootOfTheSupervisorIsAnInvocation() {
        Metric invocation = STANDARD.metric("AgentInvocation").orElseThrow();
        SpanFamily supervisor = STANDARD.familiesOf("AgentSpan").get(0);
        SpanFamily agent = STANDARD.familiesOf("AgentSpan").get(1);

        assertThat(invocation.appliesTo(supervisor, "supervisor.investigate")).isTrue();
        assertThat(invocation.appliesTo(supervisor, "supervisor.route_decision"))
                .isFalse();
        assertThat(invocation.appliesTo(agent, "agent.kubernetes.execute")).isTrue();
        assertThat(invocation.appliesTo(agent, "agent.{agent_name}.execute")).isTrue();
    }

    @Test
    void attemptsRecordNoMetric() {
        SpanFamily attempt = STANDARD.familyOf(
                        SpanName.parse("tool.search_logs.attempt").orElseThrow())
                .orElseThrow();

        assertThat(STANDARD.metrics()).noneMatch(metric -> metric.appliesTo(attempt, "tool.search_logs.attempt"));
    }

    @Test
    void whatPeopleTypedOrWereToldIsContentAndBounded() {
        assertThat(STANDARD.attributes().stream()
                        .filter(attribute -> attribute.traits().sensitivity() == Sensitivity.CONTENT)
                        .map(Attribute::key))
                .containsExactly(
                        "gen_ai.input.messages",
                        "gen_ai.output.messages",
                        "memory.query",
                        "sre.query",
                        "sre.routing_reason",
                        "sre.tool_params",
                        "url.full");
        assertThat(STANDARD.attribute("sre.query").orElseThrow().traits().maxLength())
                .hasValue(200);
        assertThat(STANDARD.attribute("memory.query").orElseThrow().traits().maxLength())
                .hasValue(100);
    }

    @Test
    void theContextOfAnInvestigationIsInherited() {
        assertThat(STANDARD.attributes().stream()
                        .filter(attribute -> attribute.traits().inherited())
                        .map(Attribute::key))
                .containsExactly(
                        "sre.agent_type", "sre.investigation_id", "sre.query", "sre.session_id", "sre.user_id");
    }

    @ParameterizedTest
    @CsvSource({
        "user_id, sre.user_id",
        "userId, sre.user_id",
        "sre.userid, sre.user_id",
        "sre.usr_id, sre.user_id",
        "sre_user_id, sre.user_id",
        "agent.user_id, sre.user_id",
        "memory.result_count, memory.results_count",
        "tool.name, gen_ai.tool.name",
    })
    void anUnknownKeySuggestsTheNearestOne(String unknown, String meant) {
        assertThat(STANDARD.nearestKey(unknown)).contains(meant);
    }

    @Test
    void aKeyThatIsNearNothingSuggestsNothing() {
        assertThat(STANDARD.nearestKey("colour_of_the_sky")).isEmpty();
    }

    @Test
    void theManifestCarriesTheVersion() {
        assertThat(STANDARD.manifest().version()).isEqualTo("0.1.0");
    }
}
