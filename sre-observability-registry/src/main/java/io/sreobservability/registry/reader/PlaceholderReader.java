package io.sreobservability.registry.reader;

import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the words that the placeholders of a span name may stand for. */
final class PlaceholderReader {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private PlaceholderReader() {}

    /** The words of each placeholder that is closed. */
    static Map<String, List<String>> read(YamlMap annotations, SpanName name) {
        Map<String, List<String>> closed = new LinkedHashMap<>();
        annotations
                .optional("placeholders")
                .map(YamlValue::map)
                .ifPresent(fields -> fields.all().forEach((placeholder, words) -> {
                    refuseUnknown(fields.key(placeholder), placeholder, name);
                    closed.put(placeholder, words(words));
                }));
        return closed;
    }

    private static List<String> words(YamlValue list) {
        Set<String> seen = new HashSet<>();
        List<String> words = list.list(value -> {
            String word = value.name(WORD, "a word of a span name", "snake_case, such as get_pod_status");
            if (!seen.add(word)) {
                throw value.error("the word `" + word + "` is given twice");
            }
            return word;
        });
        if (words.isEmpty()) {
            throw list.error("expected at least one word; leave the placeholder out if it may be any");
        }
        return words;
    }

    /** A placeholder must be one of the name's. */
    static void refuseUnknown(YamlValue place, String placeholder, SpanName name) {
        if (!name.placeholders().contains(placeholder)) {
            throw place.error("no placeholder `{" + placeholder + "}` in `" + name + "`"
                    + NearestName.of(placeholder, name.placeholders())
                            .map(near -> ". Did you mean `{" + near + "}`?")
                            .orElse(""));
        }
    }
}
