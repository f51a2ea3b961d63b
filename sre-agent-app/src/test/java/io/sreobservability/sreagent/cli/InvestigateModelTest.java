package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.model.provider.AnthropicWire;
import io.sreobservability.sreagent.model.provider.ModelStub;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code investigate} chooses a model, and what it says when there is none. */
class InvestigateModelTest {
    private static final Map<String, String> PLACES = new HashMap<>();
    private static final List<BackendServer> BACKENDS = new ArrayList<>();
    private static RunningGateway gateway;
    private static ModelStub stub;

    @TempDir
    private static Path memory;

    private final Map<String, String> environment = new HashMap<>(PLACES);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        Map<ToolDomain, URI> addresses = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendServer backend = BackendServer.start(
                    BackendConfig.standard(domain, RunningGateway.KEY).withPort(0), OpenTelemetry.noop());
            BACKENDS.add(backend);
            addresses.put(domain, backend.uri());
        }
        gateway = RunningGateway.before(addresses);
        PLACES.putAll(gateway.environment());
        PLACES.put("SRE_AGENT_MEMORY_DIR", memory.toString());
        stub = ModelStub.start(new AnthropicWire());
        PLACES.put("SRE_AGENT_MODEL_ENDPOINT", stub.address());
        PLACES.put("ANTHROPIC_API_KEY", AnthropicWire.KEY);
    }

    @AfterAll
    static void stop() {
        stub.close();
        gateway.close();
        BACKENDS.forEach(BackendServer::close);
    }

    @BeforeEach
    void forget() {
        stub.forget();
    }

    @AfterEach
    void theKeyIsNeverShown() {
        assertThat(out + "" + err).doesNotContain(AnthropicWire.KEY);
    }

    @Test
    void aHostedModelInvestigatesAndIsNamedWithItsTokens() {
        assertThat(investigate("--provider", "anthropic")).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("model anthropic claude-haiku-4-5-20251001", "# Investigation report", "(33.3x)")
                .containsPattern("findings from \\d tool calls, \\d+ tokens in")
                .containsPattern("Tokens of the model: \\d+ \\(\\d+ asked, \\d+ answered\\)");
        assertThat(stub.complaints()).isEmpty();
    }

    @Test
    void theEnvironmentMayChooseTheProviderToo() {
        environment.put("LLM_PROVIDER", "anthropic");

        assertThat(investigate("--check")).isZero();
        assertThat(stub.asked()).isEmpty();
    }

    @Test
    void aRefusedKeyIsOneLineThatNamesIt() {
        stub.next(new AnthropicWire().refusal(401, "authentication_error", "invalid x-api-key"));

        assertThat(investigate("--provider", "anthropic")).isEqualTo(CliException.FAILED);
        assertThat(complaint())
                .contains("invalid x-api-key", "ANTHROPIC_API_KEY")
                .doesNotContain("Exception");
    }

    @Test
    void asJsonAnInvestigationThatBrokeOffIsADocumentToo() throws IOException {
        stub.next(new AnthropicWire().refusal(401, "authentication_error", "invalid x-api-key"));

        assertThat(investigate("--provider", "anthropic", "--json")).isEqualTo(CliException.FAILED);
        JsonNode document = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(out.toString());
        assertThat(document.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("investigation_id", "query", "failed", "error");
        assertThat(document.path("investigation_id").asText()).matches("investigation_[0-9a-f]{16}");
        assertThat(document.path("failed").asBoolean()).isTrue();
        assertThat(document.path("error").asText()).contains("ANTHROPIC_API_KEY");
        assertThat(err.toString().lines()).last().asString().contains("ANTHROPIC_API_KEY");
    }

    @Test
    void aMissingKeyIsSaidBeforeAnybodyIsAsked() {
        environment.remove("ANTHROPIC_API_KEY");

        assertThat(investigate("--provider", "anthropic")).isEqualTo(CliException.ENVIRONMENT);
        assertThat(complaint()).contains("ANTHROPIC_API_KEY is not set");
    }

    @Test
    void aWrongSettingIsSaidBeforeAnybodyIsAsked() {
        environment.put("LLM_PROVIDER", "openai");

        assertThat(investigate()).isEqualTo(CliException.ENVIRONMENT);
        assertThat(complaint()).contains("LLM_PROVIDER must be one of offline, bedrock, anthropic");
    }

    @Test
    void anUnknownProviderIsWrongUsage() {
        assertThat(investigate("--provider", "openai")).isEqualTo(CliException.USAGE);
        assertThat(complaint()).contains("--provider");
    }

    @Test
    void theHelpNamesWhatEachProviderNeeds() {
        SreAgent.commandLine(environment).setOut(new PrintWriter(out, true)).execute("investigate", "--help");

        assertThat(out.toString())
                .contains("--provider", "offline|bedrock|anthropic", "LLM_PROVIDER", "AWS_REGION", "ANTHROPIC_API_KEY");
    }

    private int investigate(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "investigate",
                "--prompt",
                "API response times have degraded 3x in the last hour",
                "--user",
                "Alice",
                "--no-save"));
        arguments.addAll(List.of(options));
        return SreAgent.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    /** What was complained about: exactly one line. */
    private String complaint() {
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString();
    }
}
