package io.sreobservability.sreagent.model.provider;

import dev.langchain4j.model.chat.ChatModel;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.remote.Sleeper;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The model that the settings name, as each role of an investigation uses it. Safe for use by several threads. Close it to end the
 * connections and threads of its client.
 */
public final class ChatModels implements AutoCloseable {
    private final ModelSettings settings;
    private final ChatModel model;
    private final ThinkTime thinking;

    private ChatModels(ModelSettings settings, ChatModel model, ThinkTime thinking) {
        this.settings = settings;
        this.model = model;
        this.thinking = thinking;
    }

    /**
     * Makes the model; it asks nobody yet.
     *
     * @param thinking how long the offline model pretends to think
     * @param environment where the secrets are looked up
     * @throws ModelConfigException if a secret is missing
     */
    public static ChatModels open(ModelSettings settings, ThinkTime thinking, Map<String, String> environment) {
        if (settings.provider().hosted() && thinking.simulated()) {
            throw new ModelConfigException(
                    "--think-time is for the offline model alone: leave it out, or say --provider offline.");
        }
        return new ChatModels(settings, plain(settings, environment), thinking);
    }

    /**
     * The model for one role during one investigation. Every attempt is a span of its own, so that a trace shows what was
     * refused and how long was waited.
     *
     * @param openTelemetry where the spans go
     */
    public ChatModel forRole(String role, OpenTelemetry openTelemetry) {
        ChatModel traced = new TracedChatModel(thinking.pace(model, role), settings, openTelemetry);
        return settings.provider().hosted() ? retrying(traced, settings, Sleeper.real()) : traced;
    }

    @Override
    public void close() {
        // The client of the JDK, which Anthropic's model has, ends with its last request.
        if (model instanceof BedrockModel bedrock) {
            bedrock.close();
        }
    }

    /** The model that tries each call once. */
    static ChatModel plain(ModelSettings settings, Map<String, String> environment) {
        return switch (settings.provider()) {
            case OFFLINE -> new OfflineChatModel();
            case BEDROCK -> new BedrockModel(settings);
            case ANTHROPIC -> new AnthropicModel(settings, environment);
        };
    }

    static ChatModel retrying(ChatModel model, ModelSettings settings, Sleeper sleeper) {
        return new RetryingChatModel(
                model,
                settings.attempts(),
                sleeper,
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
