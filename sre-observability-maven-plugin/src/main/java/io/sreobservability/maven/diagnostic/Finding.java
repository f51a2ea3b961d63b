package io.sreobservability.maven.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param code the entry of the table
 * @param place where, for people: a method, or a file with line and column
 * @param problem what is wrong there, as the second half of a sentence
 * @param meant the name that was probably meant
 */
public record Finding(ProofCode code, String place, String problem, Optional<String> meant) {
    private static final String PAGE = "docs/build-proofs.md";

    /** A finding without a suggestion; {@code values} fill the places of the code's problem. */
    public static Finding of(ProofCode code, String place, Object... values) {
        return new Finding(code, place, String.format(Locale.ROOT, code.problem(), values), Optional.empty());
    }

    /** The same with the name that was probably meant. */
    public Finding meaning(Optional<String> name) {
        return new Finding(code, place, problem, name);
    }

    /** The finding in one line, whatever characters the checked files hold. */
    public String line() {
        String suggestion = meant.map(name -> " Did you mean \"" + name + "\"?").orElse("");
        String end = problem.endsWith(".") ? "" : ".";
        return printable("[" + code.code() + "] " + place + ": " + problem + end + suggestion);
    }

    /** Each finding in one line, then each code once with the reason and the fix. */
    public static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> lines.add(finding.line()));
        findings.stream().map(Finding::code).distinct().sorted().forEach(code -> lines.add(explanation(code)));
        return List.copyOf(lines);
    }

    private static String explanation(ProofCode code) {
        return "[" + code.code() + "] " + code.reason() + " Fix: " + code.fix() + ". See " + PAGE + "#"
                + code.code().toLowerCase(Locale.ROOT) + ".";
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
