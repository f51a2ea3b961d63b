package io.sreobservability.aspects;

import io.sreobservability.aspects.engine.EngineState;
import io.sreobservability.aspects.redaction.Redactor;
import io.sreobservability.aspects.redaction.Scope;

/**
 * The masking that spans and metrics get, for whatever else leaves the process: log lines, reports, metric dimensions of
 * your own. Thread-safe. No method throws.
 */
public final class Redaction {
    private Redaction() {}

    /**
     * The text without what looks like a password, key, token, card number or e-mail address; each becomes {@code
     * [REDACTED]}. Takes time in proportion to the text's length, and no memory if there is nothing to take out.
     *
     * @return the text itself if nothing was taken out; {@code [REDACTED]} if it can't be read
     */
    public static String mask(CharSequence text) {
        try {
            return Redactor.redact(text.toString(), Scope.SECRETS_AND_ADDRESSES);
        } catch (Throwable unreadable) {
            EngineState.faults().record(unreadable);
            return Redactor.REDACTED;
        }
    }

    /**
     * Whether a name, such as a key of a log record, says that its value is a secret; {@code db_password} does, and so does a name
     * that can't be read.
     */
    public static boolean namesSecret(String name) {
        try {
            return Redactor.namesSecret(name);
        } catch (Throwable unreadable) {
            EngineState.faults().record(unreadable);
            return true;
        }
    }
}
