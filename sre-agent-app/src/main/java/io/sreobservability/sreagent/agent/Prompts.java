package io.sreobservability.sreagent.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The system and user prompts, from {@code /prompts}. */
final class Prompts {
    private Prompts() {}

    static String load(String name) {
        String path = "/prompts/" + name + ".txt";
        try (InputStream in = Prompts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("resource " + path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts values into {@code {name}} places; the last one goes in unread, so a query may contain braces. */
    static String fill(String template, Map<String, String> values, String last, String lastValue) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text.replace("{" + last + "}", lastValue);
    }
}
