package io.sreobservability.maven.logs;

import java.util.HashMap;
import java.util.Map;

/** The names that a query has defined so far, and what each stands for. */
final class Scope {
    /** Defined, but not as another name for a field. */
    private static final String VALUE = "";
    /** The whole log event as a map. */
    private static final String EVENT = "@message";

    private final Map<String, String> names = new HashMap<>();
    private boolean closed;

    /** What a name stands for. */
    sealed interface Meaning {
        /** A field of the log events. */
        record Event(String field) implements Meaning {}

        /** A value that the query made. */
        record Made() implements Meaning {}

        /** Nothing any more: a {@code stats} dropped it. */
        record Lost() implements Meaning {}
    }

    void defineField(String name, String field) {
        names.put(name, field);
    }

    void defineValue(String name) {
        names.put(name, VALUE);
    }

    /** The name stands for the parsed log event: what follows it in a path is a field. */
    void defineEvent(String name) {
        names.put(name, EVENT);
    }

    /** Forgets everything: after {@code stats} only what is defined from now on is left. */
    void close() {
        names.clear();
        closed = true;
    }

    boolean defines(String name) {
        return names.containsKey(name);
    }

    Meaning meaning(String name) {
        if (names.containsKey(name)) {
            String field = names.get(name);
            return field.isEmpty() || field.equals(EVENT) ? new Meaning.Made() : new Meaning.Event(field);
        }
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        if (dot >= 0 && names.containsKey(first)) {
            String field = names.get(first);
            return field.equals(EVENT) ? new Meaning.Event(name.substring(dot + 1)) : new Meaning.Made();
        }
        return closed ? new Meaning.Lost() : new Meaning.Event(name);
    }
}
