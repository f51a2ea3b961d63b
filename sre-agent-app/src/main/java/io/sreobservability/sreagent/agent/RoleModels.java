package io.sreobservability.sreagent.agent;

import dev.langchain4j.model.chat.ChatModel;

/** Gives each role of an investigation its chat model. */
@FunctionalInterface
public interface RoleModels {
    /** A model for one role ({@code analyze}, an agent's id, {@code aggregate}) during one investigation. */
    ChatModel forRole(String role);
}
