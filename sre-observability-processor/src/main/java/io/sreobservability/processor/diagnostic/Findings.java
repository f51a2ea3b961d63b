package io.sreobservability.processor.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that everything is reported in one go and each thing only once. */
public final class Findings {
    private static final String PAGE = "docs/diagnostics.md";

    private final List<Finding> findings = new ArrayList<>();
    private final Levels levels = new Levels();

    private record Finding(
            Level level, String text, @Nullable Place place) {}

    /** Takes levels from the build's option, for example {@code SRE018=off}. */
    public void readLevels(String option) {
        levels.read(option, this);
    }

    /** Adds a finding at a place. Texts among the arguments are values out of the source. */
    public void add(Message message, Place place, Object... arguments) {
        add(message, place, Optional.empty(), arguments);
    }

    /** Adds a finding at a place, with the name that was probably meant. */
    public void add(Message message, Place place, Optional<String> meant, Object... arguments) {
        Level level = levels.of(message);
        boolean suppressed = message.minimum() == Level.OFF && Suppressions.cover(place.element(), message);
        if (level != Level.OFF && !suppressed) {
            findings.add(new Finding(level, text(message, meant, arguments), place));
        }
    }

    /** Adds a finding about the compilation as a whole. */
    public void addGlobal(Message message, Object... arguments) {
        addGlobal(message, Optional.empty(), arguments);
    }

    /** Adds a finding about the compilation as a whole, with the name that was probably meant. */
    public void addGlobal(Message message, Optional<String> meant, Object... arguments) {
        if (levels.of(message) != Level.OFF) {
            findings.add(new Finding(levels.of(message), text(message, meant, arguments), null));
        }
    }

    private static String text(Message message, Optional<String> meant, Object... arguments) {
        Optional<String> lookalike = Arrays.stream(arguments)
                .flatMap(argument -> argument instanceof String text ? Stream.of(text) : Stream.empty())
                .flatMap(text -> Lookalikes.warning(text).stream())
                .findFirst();
        Object[] shown = Arrays.stream(arguments)
                .map(argument -> argument instanceof String text ? Shown.value(text) : argument)
                .toArray();
        return "[" + message.code() + "] " + String.format(Locale.ROOT, message.template(), shown)
                + lookalike.map(warning -> " " + warning).orElse("")
                + meant.map(name -> " Did you mean `" + Shown.value(name) + "`?")
                        .orElse("")
                + " See " + PAGE + "#" + message.code().toLowerCase(Locale.ROOT);
    }

    /** How many errors there are. */
    public int errors() {
        return (int) findings.stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .count();
    }

    /** How many findings there are; a mark for {@link #forgetSince}. */
    public int mark() {
        return findings.size();
    }

    /** Forgets what was added since the mark. */
    public void forgetSince(int mark) {
        findings.subList(mark, findings.size()).clear();
    }

    /** Hands everything to the compiler and forgets it. */
    public void print(ProcessingEnvironment environment) {
        Printer printer = new Printer(environment);
        findings.forEach(finding -> printer.print(finding.level(), finding.text(), finding.place()));
        findings.clear();
    }
}
