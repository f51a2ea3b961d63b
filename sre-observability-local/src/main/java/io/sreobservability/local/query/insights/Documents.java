package io.sreobservability.local.query.insights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The JSON documents of log events, and the paths of their fields: {@code attributes.sre.user_id}, {@code events.0.name}. */
final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_DIGITS = 9;

    private Documents() {}

    /** What is at a path; null if nothing is. Keys may hold dots themselves: the whole rest of the path is tried first. */
    static @Nullable Object at(@Nullable Object node, String path) {
        if (node instanceof Map<?, ?> map) {
            Object whole = map.get(path);
            if (whole != null || map.containsKey(path)) {
                return whole;
            }
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                Object found = at(map.get(path.substring(0, dot)), path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        } else if (node instanceof List<?> list) {
            int dot = path.indexOf('.');
            String index = dot < 0 ? path : path.substring(0, dot);
            if (index.matches("[0-9]{1," + MOST_DIGITS + "}") && Integer.parseInt(index) < list.size()) {
                Object element = list.get(Integer.parseInt(index));
                return dot < 0 ? element : at(element, path.substring(dot + 1));
            }
        }
        return null;
    }

    /** Tells the path of every value in a document. */
    static void paths(@Nullable Object node, String path, Consumer<String> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> paths(value, path.isEmpty() ? key.toString() : path + "." + key, found));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                paths(list.get(i), path + "." + i, found);
            }
        } else if (node != null) {
            found.accept(path);
        }
    }

    static String json(Map<String, @Nullable Object> document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // Plain maps, lists and scalars can always be written.
        }
    }
}
