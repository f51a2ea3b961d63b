package io.sreobservability.sreagent.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a chat understands beside questions. */
enum ChatWord {
    HELP("shows this"),
    AGENTS("lists the agents"),
    HISTORY("lists what was asked in this session"),
    SAVEREPORT("saves the last report"),
    CLEAR("forgets the history of this session; the next question leans on none"),
    EXIT("ends the chat, as do Ctrl-D and Ctrl-C"),
    QUIT("the same");

    private final String meaning;

    ChatWord(String meaning) {
        this.meaning = meaning;
    }

    /** As it is typed. */
    String typed() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<ChatWord> of(String line) {
        return Arrays.stream(values())
                .filter(word -> word.typed().equalsIgnoreCase(line))
                .findFirst();
    }

    /** All of them with their meaning, one a line. */
    static String help() {
        return Arrays.stream(values())
                .map(word -> "  %-12s %s".formatted(word.typed(), word.meaning))
                .collect(joining(System.lineSeparator()));
    }

    /** The one that somebody may have meant. */
    static ChatWord nearest(String line) {
        String typed = line.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .min(Comparator.comparingInt(word -> distance(typed, word.typed())))
                .orElse(HELP);
    }

    /** How many letters must be put in, left out or changed; letters missing at the end count as one together. */
    private static int distance(String typed, String word) {
        if (typed.length() > 1 && word.startsWith(typed)) {
            return 1;
        }
        int[] above = new int[word.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int row = 1; row <= typed.length(); row++) {
            int[] line = new int[above.length];
            line[0] = row;
            for (int i = 1; i < line.length; i++) {
                int change = typed.charAt(row - 1) == word.charAt(i - 1) ? 0 : 1;
                line[i] = Math.min(Math.min(line[i - 1], above[i]) + 1, above[i - 1] + change);
            }
            above = line;
        }
        return above[word.length()];
    }
}
