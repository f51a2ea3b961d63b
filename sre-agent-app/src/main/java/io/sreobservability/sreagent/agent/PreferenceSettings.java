package io.sreobservability.sreagent.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of one type of preferences by name. Users and models write them, so that any may be missing or of another form. */
record PreferenceSettings(Map<String, Object> values) {

    /** A text or number as text; empty if there is none. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf).filter(text -> !text.isBlank());
    }

    /** Whether it is set to true. */
    boolean isTrue(String name) {
        return text(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Whether it is set to false: what is not set is not refused. */
    boolean isFalse(String name) {
        return text(name).filter("false"::equalsIgnoreCase).isPresent();
    }

    /** A list of texts; a single text counts as a list of one. */
    List<String> list(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : text(name).map(List::of).orElse(List.of());
    }
}
