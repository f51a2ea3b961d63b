package io.sreobservability.sreagent.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A text as lower-case words without plural endings, so that "response times" and "response_time" are the same. */
record Words(List<String> list) {

    static Words of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.add(singular(word));
            }
        }
        return new Words(List.copyOf(words));
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether all words of the phrase occur one after the other. */
    boolean contains(String phrase) {
        List<String> wanted = Words.of(phrase).list();
        return !wanted.isEmpty() && Collections.indexOfSubList(list, wanted) >= 0;
    }
}
