package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolCatalogTest {
    private static final ToolCatalog CATALOG = ToolCatalog.standard();

    @Test
    void everyDomainHasItsFiveTools() {
        assertThat(CATALOG.definitions()).hasSize(20);
        for (ToolDomain domain : ToolDomain.values()) {
            assertThat(CATALOG.definitions(domain)).hasSize(5);
        }
    }

    @Test
    void toolNamesFollowTheSpanGrammarAndPathsHoldOnlyKnownParameters() {
        for (ToolDefinition tool : CATALOG.definitions()) {
            assertThat(tool.name()).matches("[a-z][a-z0-9_]*");
            assertThat(tool.path()).matches("(/([a-z_]+|\\{[a-z_]+\\}))+");
            for (ToolParameter parameter : tool.parameters()) {
                assertThat(parameter.description()).as(parameter.name()).endsWith(".");
                if (parameter.defaultValue() != null) {
                    assertThat(parameter.check(parameter.defaultValue())).isEmpty();
                }
            }
        }
    }

    @Test
    void aModelIsToldEnumsRangesAndWhatIsRequired() {
        ToolSpecification search = specification(ToolDomain.LOGS, "search_logs");
        assertThat(search.parameters().required()).containsExactly("pattern");
        JsonEnumSchema level = (JsonEnumSchema) search.parameters().properties().get("log_level");
        assertThat(level.enumValues()).contains("ERROR", "WARN");

        JsonIntegerSchema limit = (JsonIntegerSchema) specification(ToolDomain.LOGS, "get_recent_logs")
                .parameters()
                .properties()
                .get("limit");
        assertThat(limit.description()).contains("At least 1.", "At most 1000.", "Default: 100.");
    }

    @ParameterizedTest
    @CsvSource({
        "get_recent_logs, limit, 0, must be at least 1",
        "get_recent_logs, limit, 1001, must be at most 1000",
        "get_recent_logs, limit, ten, must be a whole number",
        "analyze_trends, anomaly_threshold, NaN, must be a number",
        "get_error_logs, since, 2026-01-31T12:00:00, must be an ISO 8601 time with zone",
        "get_error_rates, time_window, 30d, 'must be one of 1h, 6h, 24h, 7d'",
        "get_pod_status, namespace, ' ', must not be empty",
        "get_incident_playbook, other, x, is unknown; get_incident_playbook takes playbook_id",
    })
    void aBadValueIsExplained(String tool, String parameter, String value, String reason) {
        assertThat(CATALOG.find(tool).orElseThrow().check(Map.of(parameter, value)))
                .anySatisfy(problem -> {
                    assertThat(problem.parameter()).isEqualTo(parameter);
                    assertThat(problem.message()).startsWith(reason);
                });
    }

    private static ToolSpecification specification(ToolDomain domain, String name) {
        return CATALOG.specifications(domain).stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
