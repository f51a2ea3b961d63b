package io.sreobservability.sreagent.remote;

import io.sreobservability.aspects.Redaction;

/** What a service said, fit for a message of ours. */
public final class ServiceWords {
    private static final int MOST = 200;

    private ServiceWords() {}

    /** Masked, and cut to one short line. */
    public static String oneLine(String said) {
        String line = Redaction.mask(said).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        int end = line.codePointCount(0, line.length()) <= MOST ? line.length() : line.offsetByCodePoints(0, MOST);
        return line.substring(0, end) + (end < line.length() ? "…" : "");
    }
}
