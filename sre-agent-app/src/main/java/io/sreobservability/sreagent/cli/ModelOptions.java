package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.model.provider.ModelConfigException;
import io.sreobservability.sreagent.model.provider.ModelProvider;
import io.sreobservability.sreagent.model.provider.ModelSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a model, for every command that asks one. */
final class ModelOptions {
    @Option(
            names = "--provider",
            paramLabel = "offline|bedrock|anthropic",
            description = {
                "Who serves the model (default: LLM_PROVIDER, else offline).",
                "bedrock takes AWS credentials and AWS_REGION, anthropic ANTHROPIC_API_KEY."
            })
    private @Nullable ModelProvider provider;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "The model to ask (default: SRE_AGENT_MODEL, else the provider's usual one).")
    private @Nullable String model;

    /**
     * The options and what the environment says beside them.
     *
     * @throws CliException if a setting is wrong
     */
    ModelSettings settings(Map<String, String> environment) {
        try {
            return ModelSettings.from(environment, provider, model);
        } catch (ModelConfigException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }
}
