package io.sreobservability.sreagent.model;

import io.sreobservability.sreagent.model.analysis.Vocabulary;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the things a query names: hyphenated names such as {@code payment-service}, and "payment service" in words.
 * Only names with a telling last part count, so that "crash-looping" is none.
 */
final class Entities {
    private static final Pattern HYPHENATED = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)+");

    private final Vocabulary vocabulary;

    Entities(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Set<String> namedIn(String query) {
        Set<String> names = new LinkedHashSet<>();
        String text = query.toLowerCase(Locale.ROOT);
        Matcher hyphenated = HYPHENATED.matcher(text);
        while (hyphenated.find()) {
            List<String> parts = Arrays.asList(hyphenated.group().split("-"));
            if (parts.stream().anyMatch(vocabulary.entitySuffixes()::contains)) {
                names.add(hyphenated.group());
            }
        }
        List<String> words = Arrays.asList(text.split("[^a-z0-9-]+", -1));
        for (int i = 1; i < words.size(); i++) {
            String before = words.get(i - 1);
            boolean named = !before.isEmpty() && !vocabulary.stopWords().contains(before);
            if (named
                    && !before.contains("-")
                    && vocabulary.spokenEntitySuffixes().contains(words.get(i))) {
                names.add(before + "-" + words.get(i));
            }
        }
        return names;
    }
}
