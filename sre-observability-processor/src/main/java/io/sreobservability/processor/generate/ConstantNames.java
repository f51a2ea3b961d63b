package io.sreobservability.processor.generate;

import io.sreobservability.registry.name.SpanName;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How the names of a registry become names of Java constants and classes, each used once. */
final class ConstantNames {
    private final Set<String> used = new HashSet<>();

    /** Names of one class or package, with some taken already. */
    ConstantNames(String... taken) {
        used.addAll(Arrays.asList(taken));
    }

    /** The name, or the name with a number if it is taken: {@code a.b_c} and {@code a_b.c} are both {@code A_B_C}. */
    String unique(String name) {
        String unique = name;
        for (int number = 2; !used.add(unique); number++) {
            unique = name + "_" + number;
        }
        return unique;
    }

    /** {@code sre.user_id} becomes {@code SRE_USER_ID}, {@code ToolExecution} {@code TOOL_EXECUTION}. */
    static String constant(String name) {
        return SpanName.corrected(name).orElse("other").replace('.', '_').toUpperCase(Locale.ROOT);
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
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }
}
