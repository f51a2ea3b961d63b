package io.sreobservability.local.console.trace;

import org.jspecify.annotations.Nullable;

/**
 * Which traces somebody looks for. Texts are found anywhere and in any case of letters; an empty one asks for nothing.
 *
 * @param user of {@code sre.user_id}
 * @param id of {@code sre.investigation_id} or the trace id
 * @param span of a span's name
 * @param error of a failed span's {@code error.type}, status message or name
 * @param failedOnly whether a span must have failed
 * @param investigationsOnly whether it must be an investigation, not just any trace
 */
public record InvestigationFilter(
        String user, String id, String span, String error, boolean failedOnly, boolean investigationsOnly) {

    /** Whether a trace is looked for. */
    public boolean matches(Investigation trace, SearchTexts texts) {
        return (!investigationsOnly || trace.investigationId() != null)
                && (!failedOnly || trace.errors() > 0)
                && contains(user, trace.user())
                && (contains(id, trace.investigationId()) || contains(id, trace.traceId()))
                && (span.isEmpty() || texts.names().stream().anyMatch(text -> contains(span, text)))
                && (error.isEmpty() || texts.failures().stream().anyMatch(text -> contains(error, text)));
    }

    /** Without a copy in small letters: the names of all traces are looked at. */
    private static boolean contains(String wanted, @Nullable String text) {
        if (text == null) {
            return wanted.isEmpty();
        }
        int last = text.length() - wanted.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
