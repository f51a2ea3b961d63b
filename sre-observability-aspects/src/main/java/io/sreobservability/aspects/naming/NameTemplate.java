package io.sreobservability.aspects.naming;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with placeholders in braces, for example {@code tool.{tool_name}.attempt}. Immutable.
 *
 * @param literals the text before, between and after the placeholders; one more than there are placeholders
 * @param placeholders the placeholders' names in order of appearance
 */
public record NameTemplate(List<String> literals, List<String> placeholders) {
    /** Copies the lists. */
    public NameTemplate {
        literals = List.copyOf(literals);
        placeholders = List.copyOf(placeholders);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if a brace is not closed or a placeholder has no name
     */
    public static NameTemplate parse(String text) {
        List<String> literals = new ArrayList<>();
        List<String> placeholders = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close <= open + 1) {
                throw new IllegalArgumentException("placeholder without a name or closing brace in \"" + text + "\"");
            }
            literals.add(text.substring(from, open));
            placeholders.add(text.substring(open + 1, close));
            from = close + 1;
        }
        literals.add(text.substring(from));
        return new NameTemplate(literals, placeholders);
    }

    /** The number of characters that are not placeholders. */
    public int literalLength() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /**
     * Fills the placeholders.
     *
     * @param names the names of the values
     * @param values the values, in the order of {@code names}; every placeholder must be among them
     */
    public String fill(List<String> names, List<String> values) {
        StringBuilder out = new StringBuilder(literals.get(0));
        for (int i = 0; i < placeholders.size(); i++) {
            out.append(values.get(names.indexOf(placeholders.get(i)))).append(literals.get(i + 1));
        }
        return out.toString();
    }
}
