package io.sreobservability.cloudwatch;

import static io.sreobservability.cloudwatch.IamPolicy.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies of {@code docs/iam} grant what the library needs and no more. */
class IamPolicyTest extends AwsAccount {

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

    private static List<JsonNode> statements(String file) {
        IamPolicy policy = IamPolicy.read(file);
        assertThat(policy.version()).isEqualTo("2012-10-17");
        assertThat(policy.statements()).isNotEmpty();
        return policy.statements();
    }

    @Test
    void metricsArePublishedInTheDefaultNamespaceOnly() {
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
    void noStatementAllowsMoreThanItNames(String file) {
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

    /**
     * What AWS asks for beside what its own names of the calls say: its guide on OTLP endpoints lists the second and third
     * for traces ({@code AWSXrayWriteOnlyPolicy}) and the last for logs.
     */
    private static final Set<String> IMPLIED =
            Set.of("xray:PutSpansForIndexing", "xray:PutTraceSegments", "logs:DescribeLogStreams");

    @Test
    void theRunningAgentMayDoWhatItDoesAndNothingElse() {
        try (SreTelemetry telemetry = telemetry()) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }
        Set<String> used = new TreeSet<>(account().calledActions());
        assertThat(used)
                .containsExactly(
                        "cloudwatch:PutMetricData", "logs:CreateLogStream", "logs:PutLogEvents", "xray:PutSpans");
        used.addAll(IMPLIED);
        assertThat(IamPolicy.read("runtime-policy.json").granted()).isEqualTo(used);
    }
}
