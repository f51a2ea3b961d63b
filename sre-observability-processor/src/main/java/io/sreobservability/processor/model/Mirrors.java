package io.sreobservability.processor.model;

import io.sreobservability.processor.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads annotations from their mirrors. */
final class Mirrors {
    private static final int ALONE = -1;

    private Mirrors() {}

    /**
     * An annotation on an element.
     *
     * @param element the element
     * @param mirror the annotation
     * @param index its number if it is repeated, else {@link #ALONE}
     */
    record Found(Element element, AnnotationMirror mirror, int index) {
        Place place(String member) {
            String simpleName =
                    mirror.getAnnotationType().asElement().getSimpleName().toString();
            return new Place(
                    element,
                    mirror,
                    value(mirror, member),
                    index == ALONE ? null : new Place.Repetition(simpleName, index, member));
        }
    }

    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** The annotations of this name, whether written once or repeatedly. */
    static List<Found> all(Element element, String name) {
        List<Found> found = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (nameOf(mirror).equals(name)) {
                found.add(new Found(element, mirror, ALONE));
            } else if (nameOf(mirror).equals(name + ".List")) {
                items(mirror).forEach(item -> found.add(new Found(element, item, found.size())));
            }
        }
        return found;
    }

    private static List<AnnotationMirror> items(AnnotationMirror container) {
        List<AnnotationMirror> items = new ArrayList<>();
        @Nullable AnnotationValue list = value(container, "value");
        if (list != null && list.getValue() instanceof List<?> values) {
            for (Object item : values) {
                if (item instanceof AnnotationValue nested && nested.getValue() instanceof AnnotationMirror inner) {
                    items.add(inner);
                }
            }
        }
        return items;
    }

    /** The value as written, or null if it was left out. */
    static @Nullable AnnotationValue value(AnnotationMirror mirror, String member) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .<AnnotationValue>map(entry -> entry.getValue())
                .findFirst()
                .orElse(null);
    }

    /**
     * A text member: as written, or empty if it was left out. Annotations of ours have no other defaults for texts.
     *
     * @return empty if the compiler could not make a text of it, for example because a constant does not exist (yet)
     */
    static Optional<String> text(AnnotationMirror mirror, String member) {
        @Nullable AnnotationValue value = value(mirror, member);
        if (value == null) {
            return Optional.of("");
        }
        // javac's value is the text <error> for an expression that it could not resolve. In source form, which is what
        // toString gives, a text of the program has quotes.
        return value.getValue() instanceof String text && !value.toString().equals("<error>")
                ? Optional.of(text)
                : Optional.empty();
    }
}
