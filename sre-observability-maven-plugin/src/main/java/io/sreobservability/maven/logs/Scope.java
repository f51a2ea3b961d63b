package io.sreobservability.maven.logs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The names that a query has defined so far, and what each stands for. */
final class Scope {
    /** The whole log event as a map. */
    private static final Made EVENT = new Made(Set.of("@message"), false);

    private final Map<String, Meaning> names = new HashMap<>();
    private boolean closed;

    /** What a name stands for. */
    sealed interface Meaning permits Meaning.Event, Meaning.Lost, Made {
        /** A field of the log events. */
        record Event(String field) implements Meaning {}

        /** Nothing any more: a {@code stats} dropped it. */
        record Lost() implements Meaning {}
    }

    /**
     * A value that the query made.
     *
     * @param fields the fields of the log events whose values are a part of it
     * @param text whether a text of the query is a part of it
     */
    record Made(Set<String> fields, boolean text) implements Meaning {
        Made {
            fields = Set.copyOf(fields);
        }
    }

    void defineField(String name, String field) {
        names.put(name, new Meaning.Event(field));
    }

    void defineValue(String name, Made value) {
        names.put(name, value);
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
        Meaning whole = names.get(name);
        if (whole != null) {
            return whole;
        }
        int dot = name.indexOf('.');
        Meaning first = dot < 0 ? null : names.get(name.substring(0, dot));
        if (first != null) {
            // A part of what the name stands for, and of the parsed log event a field.
            return isEvent(first)
                    ? new Meaning.Event(name.substring(dot + 1))
                    : new Made(first instanceof Made made ? made.fields() : Set.of(), false);
        }
        return closed ? new Meaning.Lost() : new Meaning.Event(name);
    }

    /** By identity: a text that was taken out of the log event is no map of it. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isEvent(Meaning meaning) {
        return meaning == EVENT;
    }
}
