package io.sreobservability.testing.contract;

/**
 * One finding.
 *
 * @param rule what is violated
 * @param name what a waiver names: the span, the attribute key or the metric; for rules about none of these, {@code context}
 *     or the engine's counter
 * @param where the span or metric that the name was found on; empty if that is the name itself
 * @param message what is wrong and what would be right, as one sentence
 */
public record Violation(Rule rule, String name, String where, String message) {
    /** The finding as one line. */
    @Override
    public String toString() {
        return rule + " `" + name + "`" + (where.isEmpty() ? "" : " on `" + where + "`") + ": " + message;
    }
}
