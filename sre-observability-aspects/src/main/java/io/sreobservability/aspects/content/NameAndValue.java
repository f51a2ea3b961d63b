package io.sreobservability.aspects.content;

import io.sreobservability.aspects.redaction.Redactor;

/**
 * Two members of one object that belong together: a name, and a value that is a secret if the name says so, as in {@code
 * {"name": "DB_PASSWORD", "value": "abc"}}. Maps give them in any order.
 */
final class NameAndValue {
    private boolean inName;
    private boolean inValue;
    private boolean secret;
    private int start; // of the value in the document, once it is written
    private int end;

    /** An object begins. */
    void clear() {
        inName = false;
        inValue = false;
        secret = false;
        start = 0;
        end = 0;
    }

    /** A member begins, whose value will be written from {@code at} on. */
    void member(String key, int at) {
        inName = key.equalsIgnoreCase("name") || key.equalsIgnoreCase("key");
        inValue = key.equalsIgnoreCase("value");
        start = inValue ? at : start;
    }

    /** Whether the member that has begun is the value of a secret. */
    boolean isSecret() {
        return secret && inValue;
    }

    /** The member is written, up to {@code at}. */
    void written(int at) {
        end = inValue ? at : end;
    }

    /** The text of the member that was written. Whether it says that the value, written before, is a secret. */
    boolean reveals(String text) {
        if (!inName || !Redactor.namesSecret(text)) {
            return false;
        }
        secret = true;
        return end > start;
    }

    /** Hides the value that was written, in at most {@code room} characters more. */
    void hide(StringBuilder out, int room) {
        String hidden = '"' + Redactor.REDACTED + '"';
        int length = end - start;
        out.replace(start, end, hidden.length() - length <= room ? hidden : length < 2 ? "0" : "\"\"");
        end = start;
    }
}
