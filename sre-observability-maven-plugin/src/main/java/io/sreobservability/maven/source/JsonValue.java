package io.sreobservability.maven.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a JSON document that knows its place. */
public sealed interface JsonValue {
    /** Where the value begins. */
    Place place();

    /** What the value is, for a message: {@code an object}, {@code a text}, … */
    String kind();

    /**
     * An object.
     *
     * @param members in the order of the document
     */
    record JsonObject(Map<String, JsonValue> members, Place place) implements JsonValue {
        @Override
        public String kind() {
            return "an object";
        }

        /** The member of this name; JSON null is no member. */
        public Optional<JsonValue> member(String name) {
            return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof JsonNull));
        }
    }

    /** An array. */
    record JsonArray(List<JsonValue> items, Place place) implements JsonValue {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A string. */
    record JsonText(SourceText source, Place place) implements JsonValue {
        /** The string, its escapes resolved. */
        public String text() {
            return source.text();
        }

        /** The string as a name. */
        public Named named() {
            return new Named(text(), place);
        }

        @Override
        public String kind() {
            return "a text";
        }
    }

    /**
     * A number or a truth value.
     *
     * @param text as it is written
     */
    record JsonScalar(String text, Place place) implements JsonValue {
        @Override
        public String kind() {
            return text;
        }
    }

    /** The null of JSON. */
    record JsonNull(Place place) implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }
    }
}
