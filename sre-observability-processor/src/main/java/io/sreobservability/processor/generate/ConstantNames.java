package io.sreobservability.processor.generate;

import io.sreobservability.registry.name.SpanName;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the names of the standard become names of Java constants and classes. */
final class ConstantNames {
    private ConstantNames() {}

    /** {@code sre.user_id} becomes {@code SRE_USER_ID}, {@code ToolExecution} {@code TOOL_EXECUTION}. */
    static String constant(String name) {
        return SpanName.corrected(name).orElse(name).replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** {@code agent.{agent_name}.execute} becomes {@code AGENT_EXECUTE}. */
    static String spanConstant(String spanName) {
        return constant(Arrays.stream(spanName.split("\\."))
                .filter(part -> !part.startsWith("{"))
                .collect(Collectors.joining(".")));
    }

    /**
     * The class that holds an enumeration's members: {@code memory.strategy} becomes {@code MemoryStrategies},
     * {@code sre.agent_type} becomes {@code AgentTypes}.
     */
    static String membersClass(String key) {
        String words = key.startsWith("sre.") ? key.substring("sre.".length()) : key;
        String name = Arrays.stream(words.split("[._]"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }

    /** Text of the registry as Javadoc: back-quoted words become code, and nothing is read as a tag. */
    static String javadoc(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replaceAll("`([^`]*)`", "{@code $1}")
                .strip();
    }
}
