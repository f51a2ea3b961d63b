package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.sreobservability.aspects.engine.SpanEngine;
import io.sreobservability.aspects.engine.SpanFrame;
import io.sreobservability.aspects.engine.SpanPoint;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What CloudWatch's GenAI pages look for, as it arrives at the receiver. */
class AgentResourceTest extends LocalTelemetry {

    private static final SpanPoint AGENT = SpanPoint.builder("agent.hello.execute")
            .method("com.example.Agent", "run")
            .kind(SpanKind.INTERNAL)
            .component("agent", "hello")
            .build();

    @Test
    void aProcessSaysThatItRunsAgentsAndItsSpansComeFromAScopeThatCloudWatchKnows() {
        ResourceSpans received = received(config("OTEL_SERVICE_NAME", "sre-agent"));

        assertThat(attributes(received))
                .contains(entry("aws.service.type", "gen_ai_agent"), entry("service.name", "sre-agent"));
        assertThat(received.getScopeSpans(0).getScope().getName()).startsWith("opentelemetry.instrumentation.");
    }

    @Test
    void namesOfTheAccountComeFromTheStandardVariableWhichWins() {
        ResourceSpans received = received(config(
                "OTEL_RESOURCE_ATTRIBUTES",
                "aws.log.group.names=/aws/bedrock-agentcore/runtimes/sre,"
                        + "cloud.resource_id=arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/sre,"
                        + "aws.service.type=other"));

        assertThat(attributes(received))
                .contains(
                        entry("aws.log.group.names", "/aws/bedrock-agentcore/runtimes/sre"),
                        entry("cloud.resource_id", "arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/sre"),
                        entry("aws.service.type", "other"));
    }

    @Test
    void aServiceWithoutAgentsIsNotListedAmongThem() {
        assertThat(attributes(received(config().withServiceName("logs-api").withoutAgents())))
                .containsEntry("service.name", "logs-api")
                .doesNotContainKey("aws.service.type");
    }

    private ResourceSpans received(TelemetryConfig config) {
        try (SreTelemetry telemetry = start(config)) {
            Objects.requireNonNull(SpanEngine.enter(AGENT)).start();
            SpanFrame left = Objects.requireNonNull(SpanEngine.exit(AGENT));
            left.end();
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }
        assertThat(receiver.resourceSpans()).hasSize(1);
        return receiver.resourceSpans().get(0);
    }

    private static Map<String, String> attributes(ResourceSpans spans) {
        return spans.getResource().getAttributesList().stream()
                .collect(Collectors.toMap(
                        attribute -> attribute.getKey(),
                        attribute -> attribute.getValue().getStringValue()));
    }
}
