package io.sreobservability.sreagent.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.sreagent.model.ThinkTime;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @Test
    void withoutSettingsTheModelIsOffline() {
        ModelSettings settings = ModelSettings.from(Map.of(), null, null);

        assertThat(settings.provider()).isEqualTo(ModelProvider.OFFLINE);
        assertThat(settings.label()).isEqualTo("offline");
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Map<String, String> environment = Map.of("LLM_PROVIDER", "bedrock", "SRE_AGENT_MODEL", "from-environment");

        assertThat(ModelSettings.from(environment, null, null).label()).isEqualTo("bedrock from-environment");
        assertThat(ModelSettings.from(environment, ModelProvider.ANTHROPIC, "given")
                        .label())
                .isEqualTo("anthropic given");
    }

    @Test
    void everySettingIsRead() {
        ModelSettings settings = ModelSettings.from(
                Map.of(
                        "LLM_PROVIDER", "Bedrock",
                        "SRE_AGENT_MODEL", "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.claude-x:0",
                        "SRE_AGENT_MODEL_ENDPOINT", "https://models.example.com/",
                        "SRE_AGENT_MODEL_TIMEOUT", "1500ms",
                        "SRE_AGENT_MODEL_ATTEMPTS", "5",
                        "SRE_AGENT_MODEL_MAX_TOKENS", "9000",
                        "SRE_AGENT_MODEL_TEMPERATURE", "none",
                        "AWS_REGION", "eu-west-1"),
                null,
                null);

        assertThat(settings)
                .isEqualTo(new ModelSettings(
                        ModelProvider.BEDROCK,
                        "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.claude-x:0",
                        "eu-west-1",
                        URI.create("https://models.example.com"),
                        Duration.ofMillis(1500),
                        5,
                        9000,
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LLM_PROVIDER|openai|one of offline, bedrock, anthropic",
                "SRE_AGENT_MODEL|two words|the id of a model",
                "SRE_AGENT_MODEL_ENDPOINT|http://models.example.com|http only for this machine",
                "SRE_AGENT_MODEL_ENDPOINT|https://u:p@models.example.com|without path and user",
                "SRE_AGENT_MODEL_ENDPOINT|https://models.example.com/v1|without path and user",
                "SRE_AGENT_MODEL_ENDPOINT|not an address|an address such as",
                "SRE_AGENT_MODEL_TIMEOUT|0s|a time such as",
                "SRE_AGENT_MODEL_TIMEOUT|601s|at most 600s",
                "SRE_AGENT_MODEL_TIMEOUT|soon|a time such as",
                "SRE_AGENT_MODEL_ATTEMPTS|0|from 1 to 10",
                "SRE_AGENT_MODEL_MAX_TOKENS|many|a whole number",
                "SRE_AGENT_MODEL_TEMPERATURE|1.5|from 0 to 1",
                "AWS_REGION|Ireland|a region such as"
            })
    void aWrongSettingIsNamedWithItsRule(String variable, String value, String rule) {
        Map<String, String> environment = new HashMap<>(Map.of("LLM_PROVIDER", "bedrock"));
        environment.put(variable, value);

        assertThatThrownBy(() -> ModelSettings.from(environment, null, null))
                .isInstanceOf(ModelConfigException.class)
                .hasMessageContaining(variable)
                .hasMessageContaining(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LLM_PROVIDER",
                "SRE_AGENT_MODEL_ENDPOINT",
                "SRE_AGENT_MODEL_TIMEOUT",
                "SRE_AGENT_MODEL_ATTEMPTS",
                "SRE_AGENT_MODEL_MAX_TOKENS",
                "SRE_AGENT_MODEL_TEMPERATURE",
                "AWS_REGION"
            })
    void aKeyInTheWrongVariableIsNotRepeated(String variable) {
        assertThatThrownBy(() -> ModelSettings.from(Map.of(variable, AnthropicWire.KEY), null, null))
                .isInstanceOf(ModelConfigException.class)
                .message()
                .contains(variable)
                .doesNotContain(AnthropicWire.KEY);
    }

    @Property(tries = 200)
    void anythingIsEitherReadOrRefusedWithOneLine(@ForAll String value) {
        for (String variable : new String[] {"LLM_PROVIDER", "SRE_AGENT_MODEL_ENDPOINT", "SRE_AGENT_MODEL_TIMEOUT"}) {
            try {
                ModelSettings.from(Map.of(variable, value), ModelProvider.BEDROCK, null);
            } catch (ModelConfigException e) {
                assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1);
            }
        }
    }

    @Test
    void anthropicWithoutAKeyIsRefusedAtOnce() {
        ModelSettings settings = ModelSettings.from(Map.of(), ModelProvider.ANTHROPIC, null);

        assertThatThrownBy(() -> ChatModels.open(settings, ThinkTime.none(), Map.of()))
                .isInstanceOf(ModelConfigException.class)
                .hasMessageContaining("ANTHROPIC_API_KEY is not set");
        assertThatThrownBy(() -> ChatModels.open(settings, ThinkTime.none(), Map.of("ANTHROPIC_API_KEY", "s3cret key")))
                .isInstanceOf(ModelConfigException.class)
                .message()
                .contains("ANTHROPIC_API_KEY")
                .doesNotContain("s3cret");
    }

    @Test
    void simulatedThinkingIsForTheOfflineModelAlone() {
        ModelSettings settings = ModelSettings.from(Map.of(), ModelProvider.ANTHROPIC, null);

        assertThatThrownBy(
                        () -> ChatModels.open(settings, ThinkTime.requirements(), Map.of("ANTHROPIC_API_KEY", "key")))
                .isInstanceOf(ModelConfigException.class)
                .hasMessageContaining("--think-time");
    }
}
