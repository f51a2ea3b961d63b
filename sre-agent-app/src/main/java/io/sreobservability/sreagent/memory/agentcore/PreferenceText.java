package io.sreobservability.sreagent.memory.agentcore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.UserPreference;
import io.sreobservability.sreagent.text.OneLine;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Preferences as the service writes them: {@code {"context": ..., "preference": ..., "categories": [...]}}. The preference is a
 * sentence and stays one: it is told to the model, but no address or threshold is read out of it, since the service may have
 * learnt it from any text of a conversation.
 */
final class PreferenceText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, PreferenceType> TYPES = Map.of(
            "escalation", PreferenceType.ESCALATION,
            "notification", PreferenceType.NOTIFICATION,
            "notifications", PreferenceType.NOTIFICATION,
            "workflow", PreferenceType.WORKFLOW,
            "automation", PreferenceType.WORKFLOW,
            "style", PreferenceType.STYLE,
            "communication", PreferenceType.STYLE,
            "business", PreferenceType.STYLE);

    private PreferenceText() {}

    /** The preference in a text; a text without form is one. Empty if it is JSON of another form. */
    static Optional<Memory> read(String user, String id, String text, Instant created) {
        JsonNode json = parse(text);
        if (json == null) {
            return Optional.of(preference(user, id, PreferenceType.STYLE, text, "", created));
        }
        String wish = json.path("preference").asText("");
        return wish.isBlank()
                ? Optional.empty()
                : Optional.of(preference(
                        user, id, type(json), wish, json.path("context").asText(""), created));
    }

    /** Each has a setting of its own, named by its record: one would replace the other else. */
    private static Memory preference(
            String user, String id, PreferenceType type, String wish, String context, Instant created) {
        return new UserPreference(user, type, Map.of("record " + id, OneLine.of(wish)), OneLine.of(context), created);
    }

    private static PreferenceType type(JsonNode json) {
        for (JsonNode category : json.path("categories")) {
            PreferenceType type = TYPES.get(category.asText("").toLowerCase(Locale.ROOT));
            if (type != null) {
                return type;
            }
        }
        return PreferenceType.STYLE;
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isContainerNode() ? json : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
