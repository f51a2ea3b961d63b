package io.sreobservability.aspects.engine;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.content.ContentFilter;
import io.sreobservability.aspects.content.JsonSink;
import io.sreobservability.aspects.naming.EnumNames;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one call: the words of its span's name, and attributes, filtered on their way. Values that come when the
 * span has ended belong to nothing and are dropped. No method throws.
 */
public abstract sealed class SpanValues permits SpanFrame {
    private static final @Nullable String[] NO_PARTS = new String[0];

    private @Nullable String[] parts = NO_PARTS;
    private @Nullable JsonSink json;

    SpanValues() {}

    abstract ActiveSpan active();

    /** Whether there is a call to tell something of. */
    abstract boolean takesValues();

    /** Gives the value of a placeholder in the span's name. */
    public void namePart(String placeholder, @Nullable String value) {
        try {
            int index = active().point().naming().indexOf(placeholder);
            if (index >= 0) {
                parts[index] = value;
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Gives the value of a placeholder in the span's name: the constant's name in lower case. */
    public void namePart(String placeholder, @Nullable Enum<?> value) {
        try {
            namePart(placeholder, value == null ? null : EnumNames.lowerCase(value));
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a text attribute, redacted and cut as its definition asks; {@code null} sets nothing. */
    public void setString(AttributeDefinition<String> attribute, @Nullable String value) {
        try {
            if (value != null && attribute.json()) {
                // Cutting text that happens to be JSON would break it: it is written as one JSON string instead.
                setJson(attribute, value);
            } else if (value != null) {
                put(attribute, ContentFilter.text(attribute, value, EngineState.captureContent()));
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets an attribute of any type; {@code null} sets nothing. */
    @SuppressWarnings("unchecked") // a definition that takes a String is one of String
    public <T> void set(AttributeDefinition<T> attribute, @Nullable T value) {
        if (value instanceof String text) {
            setString((AttributeDefinition<String>) attribute, text);
            return;
        }
        try {
            if (value != null && wants(attribute)) {
                put(attribute, value);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a text attribute to the constant's name in lower case; {@code null} sets nothing. */
    public void setEnum(AttributeDefinition<String> attribute, @Nullable Enum<?> value) {
        try {
            setString(attribute, value == null ? null : EnumNames.lowerCase(value));
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a whole-number attribute. */
    public void setLong(AttributeDefinition<Long> attribute, long value) {
        try {
            if (ContentFilter.admits(attribute, EngineState.captureContent())) {
                put(attribute, value);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a floating-point attribute. */
    public void setDouble(AttributeDefinition<Double> attribute, double value) {
        try {
            if (ContentFilter.admits(attribute, EngineState.captureContent())) {
                put(attribute, value);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a yes/no attribute. */
    public void setBoolean(AttributeDefinition<Boolean> attribute, boolean value) {
        try {
            if (ContentFilter.admits(attribute, EngineState.captureContent())) {
                put(attribute, value);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Whether a value of this attribute may leave now; if not, a binding reads nothing of it. */
    public boolean wants(AttributeDefinition<?> attribute) {
        return takesValues() && ContentFilter.admits(attribute, EngineState.captureContent());
    }

    /**
     * Begins the JSON document of an attribute that the frame {@linkplain #wants wants}; {@link #endJson} sets it. There is
     * one sink for each frame, so documents are written one after the other.
     */
    public JsonSink beginJson(AttributeDefinition<String> attribute) {
        JsonSink sink = json;
        if (sink == null) {
            sink = new JsonSink();
            json = sink;
        }
        ContentFilter.open(sink, attribute);
        return sink;
    }

    /** Sets a text attribute to the document that was written since {@link #beginJson}. */
    public void endJson(AttributeDefinition<String> attribute) {
        try {
            JsonSink sink = json;
            if (sink != null) {
                put(attribute, ContentFilter.close(sink));
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Swallows what a value threw while it was read: it costs its attribute only. */
    public void dropValue(Throwable thrown) {
        EngineState.faults().record(thrown);
    }

    /**
     * Sets a text attribute to a JSON document: of a map, collection, array, string, number, boolean, enum, a type of {@code
     * java.time}, or {@code null}. Any other object appears as its class name.
     */
    public void setJson(AttributeDefinition<String> attribute, @Nullable Object value) {
        try {
            if (wants(attribute)) {
                beginJson(attribute).value(value);
                endJson(attribute);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Gives the words of the placeholders, in the order in which they stand in the span's name. */
    void nameParts(@Nullable String[] words) {
        System.arraycopy(words, 0, parts, 0, Math.min(words.length, parts.length));
    }

    @Nullable
    String[] nameParts() {
        return parts;
    }

    void expectNameParts(int count) {
        if (parts.length != count) {
            parts = count == 0 ? NO_PARTS : new String[count];
        }
    }

    void clearNameParts() {
        Arrays.fill(parts, null);
    }

    private void put(AttributeDefinition<?> attribute, @Nullable Object value) {
        if (value != null && takesValues()) {
            active().set(attribute, value);
        }
    }
}
