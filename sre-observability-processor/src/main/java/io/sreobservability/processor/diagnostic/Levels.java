package io.sreobservability.processor.diagnostic;

import io.sreobservability.registry.name.NearestName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The level of each message: the table's, or what the build's option says. */
final class Levels {
    private final Map<Message, Level> chosen = new EnumMap<>(Message.class);

    /** The level of a message. */
    Level of(Message message) {
        return chosen.getOrDefault(message, message.level());
    }

    /**
     * Reads {@code SRE018=off,SRE029=warning}. An entry that is wrong is reported and left out.
     *
     * @param option the option's value
     * @param findings gets what is wrong
     */
    void read(String option, Findings findings) {
        for (String entry : option.split(",", -1)) {
            if (!entry.isBlank()) {
                readEntry(entry.strip(), findings);
            }
        }
    }

    private void readEntry(String entry, Findings findings) {
        List<String> parts = List.of(entry.split("=", -1));
        if (parts.size() != 2) {
            report(findings, entry, "is not of the form `SRE018=off`", Optional.empty());
            return;
        }
        Optional<Message> message = Message.ofCode(parts.get(0).strip());
        Optional<Level> level = Level.of(parts.get(1).strip());
        if (message.isEmpty()) {
            report(findings, entry, "names no known code", nearestCode(parts.get(0)));
        } else if (level.isEmpty()) {
            report(findings, entry, "names no level; levels are " + labels(), Optional.empty());
        } else if (level.get().compareTo(message.get().minimum()) < 0) {
            String floor = "goes below the standard's minimum for this rule, which is "
                    + message.get().minimum().label();
            report(findings, entry, floor, Optional.empty());
        } else {
            chosen.put(message.get(), level.get());
        }
    }

    private static void report(Findings findings, String entry, String what, Optional<String> meant) {
        findings.addGlobal(Message.LEVELS_OPTION, meant, entry, Shown.prose(what));
    }

    private static String labels() {
        return Arrays.stream(Level.values()).map(Level::label).collect(Collectors.joining(", "));
    }

    private static Optional<String> nearestCode(String code) {
        List<String> known = Arrays.stream(Message.values())
                .map(message -> message.code().toLowerCase(Locale.ROOT))
                .toList();
        return NearestName.of(code.strip(), known).map(near -> near.toUpperCase(Locale.ROOT));
    }
}
