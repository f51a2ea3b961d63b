package io.sreobservability.sreagent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemoEnvironmentTest {
    private static final URI STAND_IN = URI.create("http://127.0.0.1:4318");

    @Test
    void whatWouldRedirectOrSilenceTheDemoIsLeftOutAndTheRestStays() {
        Map<String, String> variables = DemoEnvironment.of(
                Map.of(
                        "PATH", "/bin",
                        "COLUMNS", "120",
                        "OTEL_TRACES_SAMPLER", "always_off",
                        "SRE_AGENT_KUBERNETES_URL", "http://127.0.0.1:9",
                        "SRE_OBSERVABILITY_ENABLED", "false",
                        "LLM_PROVIDER", "bedrock",
                        "GATEWAY_ACCESS_TOKEN_FILE", "/run/token",
                        "USER_ID", "Alice"),
                STAND_IN,
                new Random(1));

        assertThat(variables)
                .containsEntry("PATH", "/bin")
                .containsEntry("COLUMNS", "120")
                .containsEntry("SRE_OBSERVABILITY_MODE", "local")
                .containsEntry("SRE_OBSERVABILITY_LOCAL_ENDPOINT", "http://127.0.0.1:4318")
                .doesNotContainKeys(
                        "OTEL_TRACES_SAMPLER",
                        "SRE_AGENT_KUBERNETES_URL",
                        "SRE_OBSERVABILITY_ENABLED",
                        "LLM_PROVIDER",
                        "GATEWAY_ACCESS_TOKEN_FILE",
                        "USER_ID");
    }

    @Test
    void keysAreMadeAnewEachTimeAndAreNotTheCallers() {
        Map<String, String> callers = Map.of("SRE_AGENT_API_KEY", "mine", "GATEWAY_ACCESS_TOKEN", "mine");
        Random random = new Random(1);

        Map<String, String> first = DemoEnvironment.of(callers, STAND_IN, random);
        Map<String, String> second = DemoEnvironment.of(callers, STAND_IN, random);

        for (String name : callers.keySet()) {
            assertThat(first.get(name)).matches("[0-9a-f]{32}").isNotEqualTo(second.get(name));
        }
        assertThat(first.get("SRE_AGENT_API_KEY")).isNotEqualTo(first.get("GATEWAY_ACCESS_TOKEN"));
    }
}
