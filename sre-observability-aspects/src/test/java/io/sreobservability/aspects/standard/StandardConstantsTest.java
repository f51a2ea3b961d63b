package io.sreobservability.aspects.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.sreobservability.aspects.RecordedTelemetry;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.attribute.Sensitivity;
import io.sreobservability.aspects.engine.SpanEngine;
import io.sreobservability.aspects.engine.SpanPoint;
import io.sreobservability.aspects.metric.Dimension;
import io.sreobservability.aspects.metric.MetricDefinition;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The generated constants and the engine speak of the same things. */
class StandardConstantsTest {
    @Test
    void everyMetricHasExactlyTheDimensionsOfTheStandard() {
        Map<String, List<String>> dimensions = new TreeMap<>();
        Map<String, List<List<String>>> rollups = new TreeMap<>();
        for (Field field : StandardMetrics.class.getFields()) {
            MetricDefinition metric = (MetricDefinition) value(field);
            dimensions.put(metric.name(), names(metric.dimensions()));
            if (!metric.rollups().isEmpty()) {
                rollups.put(
                        metric.name(),
                        metric.rollups().stream()
                                .map(StandardConstantsTest::names)
                                .toList());
            }
        }

        assertThat(dimensions)
                .isEqualTo(Map.of(
                        "AgentInvocation", List.of("AgentName", "UserID"),
                        "ToolExecution", List.of("ToolName", "AgentName"),
                        "MemoryOperation", List.of("Operation", "Strategy"),
                        "EscalationTriggered", List.of("UserID", "EscalationType"),
                        "ComponentError", List.of("Component", "Name", "ErrorType"),
                        "AgentRouting", List.of("AgentName"),
                        "MemoryCacheHit", List.of("Strategy"),
                        "MemoryCacheMiss", List.of("Strategy")));
        assertThat(rollups)
                .isEqualTo(Map.of(
                        "AgentInvocation", List.of(List.of("AgentName")),
                        "EscalationTriggered", List.of(List.of("EscalationType"))));
    }

    @Test
    void whatTheEngineSetsByItselfIsDefinedInTheStandard() {
        SpanPoint point = SpanPoint.builder("tool.get_pods").build();
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            SpanEngine.enter(point).start();
            SpanEngine.fail(point, new IllegalStateException());

            assertThat(telemetry.onlySpan().getAttributes().asMap().keySet())
                    .extracting(AttributeKey.class::cast)
                    .containsExactlyInAnyOrder(
                            StandardAttributes.SRE_TIMESTAMP.key(), StandardAttributes.ERROR_TYPE.key());
        }
    }

    @Test
    void whatPeopleAskedOrPassedIsContentAndWhoTheyAreIsNot() {
        assertThat(Arrays.stream(StandardAttributes.class.getFields())
                        .map(StandardConstantsTest::value)
                        .map(attribute -> (AttributeDefinition<?>) attribute))
                .filteredOn(attribute -> attribute.sensitivity() == Sensitivity.CONTENT)
                .extracting(AttributeDefinition::name)
                .contains("sre.query", "sre.tool_params", "memory.query", "sre.routing_reason")
                .doesNotContain("sre.user_id", "sre.session_id", "sre.tool_name");
        assertThat(StandardAttributes.SRE_QUERY.maxLength()).isEqualTo(200);
        assertThat(StandardAttributes.SRE_QUERY.inherited()).isTrue();
        assertThat(StandardAttributes.SRE_TOOL_PARAMS.json()).isTrue();
        assertThat(StandardAttributes.SRE_SESSION_ID.alsoSet())
                .extracting(AttributeKey::getKey)
                .contains("session.id");
    }

    private static List<String> names(List<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::name).toList();
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
