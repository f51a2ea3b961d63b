package io.sreobservability.sreagent.model.provider;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.RoleModels;
import io.sreobservability.sreagent.agent.SpecialistResult;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.agent.TokenCount;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryTest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 1 through each provider, over real sockets to its API and to the backends. The stubs know only what arrives and
 * answer by the offline model's rules: whatever an adapter lost on the way would make another report.
 */
@SreTelemetryTest
class HostedInvestigationTest {
    private static final String SLOW = "API response times have degraded 3x in the last hour";
    private static final ToolCatalog CATALOG = ToolCatalog.standard();
    private static final Clock INCIDENT = Clock.fixed(Instant.parse("2024-01-15T14:30:00Z"), ZoneOffset.UTC);

    private static final List<BackendServer> BACKENDS = new ArrayList<>();
    private static final Map<ModelProvider, ModelStub> STUBS = new EnumMap<>(ModelProvider.class);
    private static RunningGateway gateway;
    private static ToolClient tools;

    @BeforeAll
    static void start() throws IOException {
        Map<ToolDomain, URI> addresses = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendConfig config = BackendConfig.standard(domain, RunningGateway.KEY)
                    .withPort(0)
                    .withClock(INCIDENT);
            BackendServer backend = BackendServer.start(config, OpenTelemetry.noop());
            BACKENDS.add(backend);
            addresses.put(domain, backend.uri());
        }
        gateway = RunningGateway.before(addresses);
        tools = gateway.toolClient();
        STUBS.put(ModelProvider.ANTHROPIC, ModelStub.start(new AnthropicWire()));
        STUBS.put(ModelProvider.BEDROCK, ModelStub.start(new ConverseWire()));
    }

    @AfterAll
    static void stop() {
        STUBS.values().forEach(ModelStub::close);
        tools.close();
        gateway.close();
        BACKENDS.forEach(BackendServer::close);
    }

    @BeforeEach
    void forget() {
        STUBS.values().forEach(ModelStub::forget);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEDROCK", "ANTHROPIC"})
    void scenarioOneComesOutAsWithoutANetwork(ModelProvider provider, RecordedTelemetry telemetry) {
        Investigation hosted = investigate(provider, Map.of(), telemetry);
        Investigation offline = investigate(ModelProvider.OFFLINE, Map.of(), telemetry);

        assertThat(stub(provider).complaints()).isEmpty();
        assertThat(hosted.plan()).isEqualTo(offline.plan());
        assertThat(hosted.findings()).isNotEmpty().isEqualTo(offline.findings());
        assertThat(hosted.summary()).isEqualTo(offline.summary());
        assertThat(hosted.results()).allSatisfy(result -> {
            // Once for the tools, once to write.
            assertThat(result.tokens()).isEqualTo(new TokenCount(2L * Wire.INPUT_TOKENS, 2L * Wire.OUTPUT_TOKENS));
            assertThat(result.gaps()).isEmpty();
        });
        // Three agents, and the supervisor's plan and summary.
        assertThat(hosted.tokens()).isEqualTo(new TokenCount(8L * Wire.INPUT_TOKENS, 8L * Wire.OUTPUT_TOKENS));
        assertThat(offline.results()).extracting(SpecialistResult::tokens).containsOnly(new TokenCount(0, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEDROCK", "ANTHROPIC"})
    void everyCallIsASpanByTheGenAiConventions(ModelProvider provider, RecordedTelemetry telemetry) {
        investigate(provider, Map.of(), telemetry);

        ModelSettings settings = settings(provider, Map.of());
        telemetry.assertTrace();
        telemetry
                .assertSpans("chat " + settings.model())
                .hasCount(8)
                .each(span -> span.succeeded()
                        .hasKind(SpanKind.CLIENT)
                        .hasAttribute("gen_ai.operation.name", "chat")
                        .hasAttribute(
                                "gen_ai.provider.name", provider == ModelProvider.BEDROCK ? "aws.bedrock" : "anthropic")
                        .hasAttribute("gen_ai.request.model", settings.model())
                        .hasAttribute("gen_ai.usage.input_tokens", (long) Wire.INPUT_TOKENS)
                        .hasAttribute("gen_ai.usage.output_tokens", (long) Wire.OUTPUT_TOKENS)
                        .hasAttribute("gen_ai.conversation.id", "session-1")
                        .hasAttribute("session.id", "session-1")
                        .hasAttribute("sre.investigation_id", "investigation_4f1c2a9be07d3385")
                        .hasNoAttribute("gen_ai.input.messages")
                        .hasNoAttribute("gen_ai.output.messages"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEDROCK", "ANTHROPIC"})
    void refusedCredentialsEndTheInvestigationWithTheFix(ModelProvider provider, RecordedTelemetry telemetry) {
        stub(provider)
                .next(
                        provider == ModelProvider.BEDROCK
                                ? new ConverseWire().refusal(403, "UnrecognizedClientException", "invalid token")
                                : new AnthropicWire().refusal(401, "authentication_error", "invalid x-api-key"));

        assertThatThrownBy(() -> investigate(provider, Map.of(), telemetry))
                .hasMessageContaining("its credentials are missing or refused")
                .hasMessageContaining(provider == ModelProvider.BEDROCK ? "AWS_PROFILE" : "ANTHROPIC_API_KEY");
        telemetry
                .assertSpan("chat " + settings(provider, Map.of()).model())
                .failed("no_credentials")
                .isChildOf("supervisor.analyze_query");
    }

    @ParameterizedTest
    @EnumSource(names = {"BEDROCK", "ANTHROPIC"})
    void anOverloadedPlannerIsReplacedAndSaidSo(ModelProvider provider, RecordedTelemetry telemetry) {
        stub(provider)
                .next(
                        provider == ModelProvider.BEDROCK
                                ? new ConverseWire().refusal(503, "ServiceUnavailableException", "busy")
                                : new AnthropicWire().refusal(529, "overloaded_error", "busy"));

        Investigation investigation = investigate(provider, Map.of("SRE_AGENT_MODEL_ATTEMPTS", "1"), telemetry);

        assertThat(investigation.plan().reasoning())
                .startsWith("Default plan: ")
                .contains("the service is overloaded");
        assertThat(investigation.findings()).isNotEmpty();
    }

    @Test
    void theOfflineModelsCallsAreSpansToo(RecordedTelemetry telemetry) {
        investigate(ModelProvider.OFFLINE, Map.of(), telemetry);

        telemetry
                .assertSpans("chat offline")
                .hasCount(8)
                .each(span -> span.hasAttribute("gen_ai.provider.name", "offline")
                        .hasNoAttribute("gen_ai.usage.input_tokens"));
    }

    private static Investigation investigate(
            ModelProvider provider, Map<String, String> more, RecordedTelemetry telemetry) {
        ChatModels models = ChatModels.open(
                settings(provider, more), ThinkTime.none(), Map.of("ANTHROPIC_API_KEY", AnthropicWire.KEY));
        RoleModels byRole = role -> models.forRole(role, telemetry.openTelemetry());
        Specialists specialists = new Specialists(byRole, CATALOG, tools, Progress.silent());
        MemoryClient memory = new MemoryClient(SeedMemoryStore.load());
        try (Supervisor supervisor = new Supervisor(byRole, memory, specialists, Progress.silent())) {
            return supervisor.investigate("investigation_4f1c2a9be07d3385", "Alice", "session-1", SLOW);
        }
    }

    private static ModelSettings settings(ModelProvider provider, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        if (provider != ModelProvider.OFFLINE) {
            environment.put("SRE_AGENT_MODEL_ENDPOINT", stub(provider).address());
        }
        return ModelSettings.from(environment, provider, null);
    }

    private static ModelStub stub(ModelProvider provider) {
        return requireNonNull(STUBS.get(provider));
    }
}
