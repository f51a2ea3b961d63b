package io.sreobservability.processor.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that everything is reported in one go and each thing only once. */
public final class Findings {
    private static final String PAGE = "docs/diagnostics.md";

    private final List<Finding> findings = new ArrayList<>();

    private record Finding(String text, @Nullable Place place) {}

    /** Adds a finding at a place. */
    public void add(Message message, Place place, Object... arguments) {
        add(message, place, Optional.empty(), arguments);
    }

    /** Adds a finding at a place, with the name that was probably meant. */
    public void add(Message message, Place place, Optional<String> meant, Object... arguments) {
        findings.add(new Finding(text(message, meant, arguments), place));
    }

    /** Adds a finding about the compilation as a whole. */
    public void addGlobal(Message message, Object... arguments) {
        findings.add(new Finding(text(message, Optional.empty(), arguments), null));
    }

    private static String text(Message message, Optional<String> meant, Object... arguments) {
        return "[" + message.code() + "] " + String.format(Locale.ROOT, message.template(), arguments)
                + meant.map(name -> " Did you mean `" + name + "`?").orElse("") + " See " + PAGE + "#"
                + message.code().toLowerCase(Locale.ROOT);
    }

    /** How many there are. */
    public int count() {
        return findings.size();
    }

    /** Hands everything to the compiler, as errors, and forgets it. */
    public void print(ProcessingEnvironment environment) {
        Printer printer = new Printer(environment);
        findings.forEach(finding -> printer.error(finding.text(), finding.place()));
        findings.clear();
    }
}
