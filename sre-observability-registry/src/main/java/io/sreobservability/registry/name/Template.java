package io.sreobservability.registry.name;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with placeholders in braces, for example {@code {tool_name}}: a value that the library derives from a span's name.
 *
 * @param text the text as written in the registry
 */
public record Template(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** The names of the placeholders, in order of appearance. */
    public Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The text with known placeholders replaced by their values; the others stay in braces. */
    public String fill(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        Objects.requireNonNullElse(values.get(match.group(1)), match.group())));
    }
}
