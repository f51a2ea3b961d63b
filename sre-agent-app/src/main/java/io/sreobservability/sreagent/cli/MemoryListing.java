package io.sreobservability.sreagent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryJson;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.text.OneLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Memories for people and for programs. */
final class MemoryListing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> HEADINGS = List.of("USER", "STRATEGY", "KIND", "STORED", "EXPIRES", "MEMORY");

    /** A memory fills at most one line of a wide terminal; all of it is in the JSON. */
    private static final int WIDEST = 100;

    private final List<Entry> entries;

    MemoryListing(List<Entry> entries) {
        this.entries = entries;
    }

    /** A memory and its kind. */
    record Entry(MemoryStrategy strategy, StoredMemory stored) {
        /** The segment after the root. */
        String user() {
            String rest = stored.namespace().substring(strategy.root().length() + 1);
            int end = rest.indexOf('/');
            return end < 0 ? rest : rest.substring(0, end);
        }

        String strategyName() {
            return strategy.name().toLowerCase(Locale.ROOT);
        }

        Optional<Memory> memory() {
            return MemoryJson.read(strategy, stored.content());
        }
    }

    String table() {
        if (entries.isEmpty()) {
            return "No memories." + System.lineSeparator();
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        entries.forEach(entry -> rows.add(row(entry)));
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < HEADINGS.size() - 1; column++) {
                table.append(("%-" + width(rows, column) + "s  ").formatted(row.get(column)));
            }
            table.append(row.get(HEADINGS.size() - 1)).append(System.lineSeparator());
        }
        return table.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
    }

    private static List<String> row(Entry entry) {
        Optional<Memory> memory = entry.memory();
        StoredMemory stored = entry.stored();
        return List.of(
                entry.user(),
                entry.strategyName(),
                memory.map(Memory::kind).orElse("unreadable"),
                DAY.format(stored.storedAt()),
                stored.expiresAt() == null ? "never" : DAY.format(stored.expiresAt()),
                OneLine.of(memory.map(Memory::headline).orElse(stored.content()), WIDEST));
    }

    String json() {
        ArrayNode all = JSON.createArrayNode();
        for (Entry entry : entries) {
            Instant expires = entry.stored().expiresAt();
            ObjectNode node = all.addObject()
                    .put("user", entry.user())
                    .put("strategy", entry.strategyName())
                    .put("namespace", entry.stored().namespace())
                    .put("stored_at", entry.stored().storedAt().toString())
                    .put("expires_at", expires == null ? null : expires.toString());
            node.set("memory", content(entry.stored().content()));
        }
        return all.toPrettyString() + System.lineSeparator();
    }

    private static JsonNode content(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
