package io.sreobservability.sreagent.backend.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text search as people type it: case, hyphens and underscores don't matter. */
final class Words {
    private Words() {}

    /** Whether every wanted word occurs in the named fields (texts or arrays of texts) of a row. */
    static Predicate<JsonNode> allIn(@Nullable String wanted, String... fields) {
        if (wanted == null) {
            return row -> true;
        }
        String[] words = plain(wanted).trim().split(" +");
        return row -> {
            StringBuilder text = new StringBuilder();
            for (String field : fields) {
                text.append(row.path(field)).append(' ');
            }
            String haystack = plain(text.toString());
            return Stream.of(words).allMatch(haystack::contains);
        };
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}#%]+", " ");
    }
}
