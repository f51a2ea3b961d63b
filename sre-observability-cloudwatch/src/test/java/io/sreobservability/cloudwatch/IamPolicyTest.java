package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies of {@code docs/iam} grant what the library needs and no more. */
class IamPolicyTest extends AwsAccount {

    private static final Path FOLDER = Path.of("..", "docs", "iam");

    /** Actions that know no resources, by AWS's service authorization reference. */
    private static final Set<String> WITHOUT_RESOURCES = Set.of(
            "cloudwatch:PutMetricData",
            "xray:PutSpans",
            "xray:PutSpansForIndexing",
            "xray:PutTraceSegments",
            "xray:GetIndexingRules",
            "xray:GetTraceSegmentDestination",
            "xray:UpdateIndexingRule",
            "xray:UpdateTraceSegmentDestination",
            "logs:DeleteQueryDefinition",
            "logs:DescribeQueryDefinitions",
            "logs:PutQueryDefinition",
            "logs:DescribeResourcePolicies",
            "logs:PutResourcePolicy");

    private static List<JsonNode> statements(String file) throws IOException {
        JsonNode policy = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(Files.readString(FOLDER.resolve(file)));
        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
        List<JsonNode> statements = new ArrayList<>();
        policy.path("Statement").forEach(statements::add);
        assertThat(statements).isNotEmpty();
        return statements;
    }

    private static Set<String> texts(JsonNode oneOrMany) {
        Set<String> texts = new TreeSet<>();
        if (oneOrMany.isTextual()) {
            texts.add(oneOrMany.asText());
        }
        oneOrMany.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Test
    void metricsArePublishedInTheDefaultNamespaceOnly() throws IOException {
        assertThat(statements("runtime-policy.json"))
                .filteredOn(statement -> texts(statement.path("Action")).contains("cloudwatch:PutMetricData"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(texts(statement.path("Action"))).containsExactly("cloudwatch:PutMetricData");
                    assertThat(statement
                                    .at("/Condition/StringEquals/cloudwatch:namespace")
                                    .asText())
                            .isEqualTo(TelemetryConfig.fromEnvironment(Map.of()).namespace());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"runtime-policy.json", "deploy-policy.json"})
    void noStatementAllowsMoreThanItNames(String file) throws IOException {
        for (JsonNode statement : statements(file)) {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(texts(statement.path("Action")))
                    .isNotEmpty()
                    .allSatisfy(action -> assertThat(action).matches("[a-z]+:[A-Za-z]+"));
            if (texts(statement.path("Resource")).contains("*")) {
                assertThat(WITHOUT_RESOURCES).containsAll(texts(statement.path("Action")));
            }
        }
    }

    private static Set<String> granted(String file) throws IOException {
        Set<String> granted = new TreeSet<>();
        statements(file).forEach(statement -> granted.addAll(texts(statement.path("Action"))));
        return granted;
    }

    /**
     * What AWS asks for beside what its own names of the calls say: its guide on OTLP endpoints lists the second and third
     * for traces ({@code AWSXrayWriteOnlyPolicy}) and the last for logs.
     */
    private static final Set<String> IMPLIED =
            Set.of("xray:PutSpansForIndexing", "xray:PutTraceSegments", "logs:DescribeLogStreams");

    @Test
    void theRunningAgentMayDoWhatItDoesAndNothingElse() throws IOException {
        try (SreTelemetry telemetry = telemetry()) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }
        Set<String> used = new TreeSet<>(account().calledActions());
        assertThat(used)
                .containsExactly(
                        "cloudwatch:PutMetricData", "logs:CreateLogStream", "logs:PutLogEvents", "xray:PutSpans");
        used.addAll(IMPLIED);
        assertThat(granted("runtime-policy.json")).isEqualTo(used);
    }
}
