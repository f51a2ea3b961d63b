package io.sreobservability.sreagent.model.provider;

import io.sreobservability.sreagent.model.OfflineChatModel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who serves the model. */
public enum ModelProvider {
    /** Rules in this process; no network, no account. */
    OFFLINE("offline", OfflineChatModel.NAME),
    /** Amazon Bedrock, by its Converse operation. */
    BEDROCK("aws.bedrock", "global.anthropic.claude-haiku-4-5-20251001-v1:0"),
    /** Anthropic, by its Messages API. */
    ANTHROPIC("anthropic", "claude-haiku-4-5-20251001");

    private final String conventionalName;
    private final String defaultModel;

    ModelProvider(String conventionalName, String defaultModel) {
        this.conventionalName = conventionalName;
        this.defaultModel = defaultModel;
    }

    /** The name in commands and settings: {@code bedrock}, say. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of {@code gen_ai.provider.name}, by OpenTelemetry's GenAI conventions. */
    String conventionalName() {
        return conventionalName;
    }

    /** The model that is asked unless another is configured. */
    String defaultModel() {
        return defaultModel;
    }

    /** Whether it is reached over a network. */
    boolean hosted() {
        return this != OFFLINE;
    }

    /** The provider with this {@link #id()}; upper and lower case are the same. */
    static Optional<ModelProvider> ofId(String id) {
        return Arrays.stream(values())
                .filter(provider -> provider.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** All ids, for messages. */
    static String ids() {
        return Arrays.stream(values()).map(ModelProvider::id).collect(Collectors.joining(", "));
    }
}
