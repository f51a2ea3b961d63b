package io.sreobservability.sreagent.model.provider;

import io.sreobservability.sreagent.remote.AwsAccess;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which model is asked, where, and how patiently. Holds no secret, so it may be printed.
 *
 * @param provider who serves it
 * @param model its id, without blanks
 * @param region the AWS region; only Bedrock reads it
 * @param endpoint replaces the provider's own address; {@code null} for that one
 * @param timeout how long one call may take
 * @param attempts how often a call is tried in all when its failures may pass
 * @param maxTokens the longest answer
 * @param temperature 0 to 1; {@code null} leaves it to the model, as some demand
 */
public record ModelSettings(
        ModelProvider provider,
        String model,
        String region,
        @Nullable URI endpoint,
        Duration timeout,
        int attempts,
        int maxTokens,
        @Nullable Double temperature) {

    /**
     * The settings from the environment.
     *
     * @param provider instead of {@code LLM_PROVIDER}, which is offline unless set
     * @param model instead of {@code SRE_AGENT_MODEL}, which is the provider's usual one unless set
     * @throws ModelConfigException if one is wrong
     */
    public static ModelSettings from(
            Map<String, String> environment, @Nullable ModelProvider provider, @Nullable String model) {
        return new SettingsReader(environment).read(provider, model);
    }

    /** How people call it: {@code offline}, or provider and model. */
    public String label() {
        return provider.hosted() ? provider.id() + " " + model : provider.id();
    }

    /** How Bedrock is reached. */
    AwsAccess aws() {
        return new AwsAccess(region, endpoint);
    }
}
