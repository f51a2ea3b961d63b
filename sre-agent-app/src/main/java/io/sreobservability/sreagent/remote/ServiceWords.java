package io.sreobservability.sreagent.remote;

import io.sreobservability.aspects.Redaction;
import io.sreobservability.sreagent.text.OneLine;

/** What a service said, fit for a message of ours. */
public final class ServiceWords {
    private static final int MOST = 200;

    private ServiceWords() {}

    /** Masked, and cut to one short line. */
    public static String oneLine(String said) {
        return OneLine.of(Redaction.mask(said).strip(), MOST);
    }
}
