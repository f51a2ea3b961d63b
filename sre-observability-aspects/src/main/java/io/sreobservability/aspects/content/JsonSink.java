package io.sreobservability.aspects.content;

import io.sreobservability.aspects.naming.EnumNames;
import io.sreobservability.aspects.redaction.Redactor;
import io.sreobservability.aspects.redaction.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value piece by piece and makes a JSON document of bounded length and depth from it. What does not fit is left
 * out; the document is valid all the same. Secrets are redacted, in text and by the name of a member.
 *
 * <p>Generated code calls it: whoever opens an object or array does so only if {@link #beginObject()} or {@link
 * #beginArray()} says so, and asks {@link #key} or {@link #more()} before the value of each member or element is even
 * read. Reused for many documents, so that writing one costs little. Not thread-safe.
 */
public final class JsonSink {
    /** How many objects and arrays may be open inside each other. */
    static final int MAX_DEPTH = 8;

    private static final String TOO_DEEP = "...";

    /** A buffer that one large document has blown up is not kept for small ones. */
    private static final int LARGEST_KEPT = 8192;

    private final boolean[] arrays = new boolean[MAX_DEPTH + 1];
    private final boolean[] filled = new boolean[MAX_DEPTH + 1];
    private final boolean[] full = new boolean[MAX_DEPTH + 1];
    private final NameAndValue[] pairs = new NameAndValue[MAX_DEPTH + 1];
    private StringBuilder out = new StringBuilder();
    private Scope scope = Scope.SECRETS_AND_ADDRESSES;
    private int maxLength;
    private int depth;
    /** Where the member or element begins that is being written; it goes as a whole if its value does not fit. */
    private int mark;
    /** Whether the name of the member, or the element before, says that its value is a secret. */
    private boolean secret;
    /** Whether the element before was an option such as {@code --password}. */
    private boolean option;

    /** A sink for any number of documents, one after the other. */
    public JsonSink() {
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new NameAndValue();
        }
    }

    /** Begins a new document of at most {@code length} characters. */
    void open(int length, Scope redacted) {
        out.setLength(0);
        scope = redacted;
        maxLength = length;
        depth = 0;
        enter(false);
    }

    /** The document; {@code null} if not even its shortest form fits. */
    @Nullable
    String close() {
        String document = out.isEmpty() ? null : out.toString();
        if (out.capacity() > LARGEST_KEPT) {
            out = new StringBuilder();
        }
        return document;
    }

    /** Opens an object. If this returns {@code false} there is none to fill or close. */
    public boolean beginObject() {
        return begin('{', false);
    }

    /** Opens an array. If this returns {@code false} there is none to fill or close. */
    public boolean beginArray() {
        return begin('[', true);
    }

    /** Closes the innermost object. */
    public void endObject() {
        end('}');
    }

    /** Closes the innermost array. */
    public void endArray() {
        end(']');
    }

    /** Whether another member or element may fit. */
    public boolean more() {
        return !full[depth];
    }

    /** Names the next member of an object. If this returns {@code false} its value need not be read. */
    public boolean key(String name) {
        if (full[depth]) {
            return false;
        }
        mark = out.length();
        // A name that can't fit is not even looked through.
        if (name.length() > room()
                || (filled[depth] && !literal(","))
                || !wholeString(Redactor.redact(name, scope))
                || !literal(":")) {
            settle(false);
            return false;
        }
        pairs[depth].member(name, out.length());
        secret = Redactor.namesSecret(name) || pairs[depth].isSecret();
        return true;
    }

    /** Names the next member by the key of a map; otherwise as {@link #key(String)}. */
    public boolean key(@Nullable Object key) {
        return !full[depth] && key(AnyValue.keyText(key, longest()));
    }

    /** Writes what stands in for a value that must not leave. */
    public void redacted() {
        if (ready()) {
            settle(string(Redactor.REDACTED));
        }
    }

    /** Writes {@code null}. */
    public void nothing() {
        if (ready()) {
            settle(literal("null"));
        }
    }

    /** Writes text, redacted; as much of it as fits. */
    public void value(@Nullable String text) {
        if (text == null) {
            nothing();
        } else if (ready()) {
            settle(secret ? string(Redactor.REDACTED) : string(Redactor.redact(text, scope, maxLength)));
            foretells(text);
        }
    }

    /** A text may say that its neighbour is a secret. */
    private void foretells(String text) {
        if (arrays[depth]) {
            option = text.startsWith("--") && Redactor.namesSecret(text);
        } else if (pairs[depth].reveals(text)) {
            pairs[depth].hide(out, room());
        }
    }

    /** Writes the constant's name in lower case. */
    public void value(@Nullable Enum<?> constant) {
        value(constant == null ? null : EnumNames.lowerCase(constant));
    }

    /** Writes a whole number; one that is a card's goes as a secret does. */
    public void value(long number) {
        if (ready()) {
            int before = out.length();
            boolean hidden = secret || Redactor.isCardNumber(number);
            settle(hidden ? string(Redactor.REDACTED) : fits(before, out.append(number)));
        }
    }

    /** Writes a number; what JSON has no number for is text. */
    public void value(double number) {
        if (!Double.isFinite(number)) {
            value(Double.toString(number));
        } else if (ready()) {
            int before = out.length();
            boolean hidden = secret || (number == Math.rint(number) && Redactor.isCardNumber((long) number));
            settle(hidden ? string(Redactor.REDACTED) : fits(before, out.append(number)));
        }
    }

    /** Writes a number in the fewest digits that tell it from other floats. */
    public void value(float number) {
        if (!Float.isFinite(number)) {
            value(Float.toString(number));
        } else if (ready()) {
            int before = out.length();
            settle(secret ? string(Redactor.REDACTED) : fits(before, out.append(number)));
        }
    }

    /** Writes {@code true} or {@code false}. */
    public void value(boolean flag) {
        if (ready()) {
            settle(secret ? string(Redactor.REDACTED) : literal(flag ? "true" : "false"));
        }
    }

    /** Writes a character as text. */
    public void value(char character) {
        value(String.valueOf(character));
    }

    /** Writes a value of which nothing is known before: see {@link AnyValue}. */
    public void value(@Nullable Object value) {
        AnyValue.write(this, value);
    }

    /** Writes a number's own text, which must be a number of JSON. */
    void number(String text) {
        if (ready()) {
            boolean hidden = secret || Redactor.holdsSecret(text);
            settle(hidden ? string(Redactor.REDACTED) : literal(text));
        }
    }

    /** How many characters of a text are looked at. */
    int longest() {
        return Redactor.lookedAt(maxLength);
    }

    private boolean begin(char bracket, boolean array) {
        if (!ready()) {
            return false;
        }
        if (secret || depth == MAX_DEPTH) {
            settle(string(secret ? Redactor.REDACTED : TOO_DEEP));
            return false;
        }
        if (room() < 2) {
            settle(false);
            return false;
        }
        out.append(bracket);
        depth++;
        enter(array);
        return true;
    }

    private void enter(boolean array) {
        arrays[depth] = array;
        filled[depth] = false;
        full[depth] = false;
        secret = false;
        option = false;
        pairs[depth].clear();
        mark = out.length();
    }

    private void end(char bracket) {
        out.append(bracket);
        depth--;
        filled[depth] = true;
        pairs[depth].written(out.length());
        secret = false;
        option = false;
        // A document is one value.
        full[depth] |= depth == 0;
    }

    /** Whether a value may be written; an element of an array is separated from the one before. */
    private boolean ready() {
        if (full[depth]) {
            return false;
        }
        if (arrays[depth]) {
            mark = out.length();
            secret = option;
            option = false;
            if (filled[depth] && !literal(",")) {
                settle(false);
                return false;
            }
        }
        return true;
    }

    /** Keeps the member or element, or takes it back and closes the structure for more. */
    private void settle(boolean written) {
        if (written) {
            filled[depth] = true;
            full[depth] |= depth == 0;
            pairs[depth].written(out.length());
        } else {
            out.setLength(mark);
            full[depth] = true;
        }
        secret = false;
    }

    /** How many characters may still be written, with one kept for each bracket that must be closed. */
    private int room() {
        return maxLength - depth - out.length();
    }

    private boolean fits(int before, StringBuilder written) {
        if (room() >= 0) {
            return true;
        }
        written.setLength(before);
        return false;
    }

    private boolean literal(String text) {
        if (text.length() > room()) {
            return false;
        }
        out.append(text);
        return true;
    }

    private boolean wholeString(String text) {
        return JsonText.append(out, text, room()) == text.length();
    }

    /** Writes as much of the text as fits; a text of which not one character fits is not written. */
    private boolean string(String text) {
        int written = JsonText.append(out, text, room());
        return written > 0 || (written == 0 && text.isEmpty());
    }
}
