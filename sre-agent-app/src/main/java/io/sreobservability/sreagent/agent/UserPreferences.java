package io.sreobservability.sreagent.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sreobservability.sreagent.memory.MemoryRecord;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user prefers, from their memories.
 *
 * @param records as memory gave them; empty if it gave none
 */
public record UserPreferences(List<MemoryRecord> records) implements Serializable {

    /** Nothing known. */
    static final UserPreferences NONE = new UserPreferences(List.of());

    /** Whom to reach first; empty if unknown. */
    public Optional<String> primaryContact() {
        return text("escalation", "primary_contact");
    }

    /** After how many minutes without improvement. */
    public Optional<String> escalationDelayMinutes() {
        return text("escalation", "escalation_delay_minutes");
    }

    /** The severity that must be exceeded before somebody is woken. */
    public Optional<Severity> escalationThreshold() {
        return text("escalation", "escalation_threshold").flatMap(Severity::of);
    }

    /** Where updates are posted. */
    public List<String> channels() {
        List<String> channels = new ArrayList<>();
        value("notification").path("channels").forEach(channel -> channels.add(channel.asText()));
        return List.copyOf(channels);
    }

    /** Whether the user wants the short form for executives. */
    public boolean executive() {
        return text("style", "communication_style").filter("executive"::equals).isPresent();
    }

    /** All values by type, as the model reads them. */
    JsonNode toJson() {
        Map<String, JsonNode> byType = new LinkedHashMap<>();
        records.forEach(record -> byType.put(record.type(), value(record.type())));
        var json = JsonNodeFactory.instance.objectNode();
        byType.forEach(json::set);
        return json;
    }

    private Optional<String> text(String type, String key) {
        return Optional.of(value(type).path(key)).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    private JsonNode value(String type) {
        return records.stream()
                .filter(record -> record.type().equals(type))
                .findFirst()
                .flatMap(record -> ModelJson.find(record.content()))
                .orElse(JsonNodeFactory.instance.objectNode());
    }
}
