package io.sreobservability.aspects.content;

/** Writes every call into a text. */
public final class JsonSink {
    private final StringBuilder text = new StringBuilder();

    public boolean beginObject() {
        text.append("{");
        return true;
    }

    public void endObject() {
        text.append("}");
    }

    public boolean beginArray() {
        text.append("[");
        return true;
    }

    public void endArray() {
        text.append("]");
    }

    public boolean more() {
        return true;
    }

    public boolean key(String name) {
        text.append(name).append(":");
        return true;
    }

    public boolean key(Object key) {
        return key("key " + key);
    }

    public void redacted() {
        text.append("redacted ");
    }

    public void nothing() {
        text.append("nothing ");
    }

    public void value(String value) {
        text.append("text ").append(value).append(" ");
    }

    public void value(Enum<?> value) {
        text.append("enum ").append(value).append(" ");
    }

    public void value(long value) {
        text.append("long ").append(value).append(" ");
    }

    public void value(double value) {
        text.append("double ").append(value).append(" ");
    }

    public void value(float value) {
        text.append("float ").append(value).append(" ");
    }

    public void value(boolean value) {
        text.append("boolean ").append(value).append(" ");
    }

    public void value(char value) {
        text.append("char ").append(value).append(" ");
    }

    public void value(Object value) {
        text.append("any ").append(value).append(" ");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
