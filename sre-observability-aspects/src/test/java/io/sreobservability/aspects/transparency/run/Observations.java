package io.sreobservability.aspects.transparency.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a program saw, in order, as text that is the same for two runs that saw the same. Objects appear by
 * the order in which they were first seen, so equal texts mean equal identities. Thread-safe.
 */
final class Observations {
    private final List<String> lines = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> ordinals = new IdentityHashMap<>();

    synchronized void add(String place, String what) {
        lines.add(place + ": " + what);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The value of a primitive, to the last bit, or the identity of an object. */
    synchronized String identity(@Nullable Object value) {
        if (value instanceof Double number) {
            return "double " + Double.doubleToRawLongBits(number);
        }
        if (value instanceof Float number) {
            return "float " + Float.floatToRawIntBits(number);
        }
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return String.valueOf(value);
        }
        return "#" + ordinals.computeIfAbsent(value, seen -> ordinals.size());
    }

    /** A throwable's identity with everything that hangs on it. Calls nothing that a hostile class overrides. */
    String throwable(Throwable thrown) {
        StringBuilder text = new StringBuilder(identity(thrown)).append(" suppressed");
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append(' ').append(identity(suppressed));
        }
        if (thrown instanceof Hostile) {
            return text.toString();
        }
        text.append(" cause ").append(identity(thrown.getCause())).append(' ').append(thrown.getMessage());
        return text.append(" at ").append(Frames.of(thrown)).toString();
    }
}
