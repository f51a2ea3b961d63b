package io.sreobservability.processor.diagnostic;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a message points to, as exactly as the compiler allows: a value inside an annotation, the annotation, or the
 * element.
 *
 * @param element the annotated element
 * @param mirror the annotation, or null
 * @param value the value inside the annotation, or null if it is not written there
 * @param repetition which of several annotations of one kind is meant, or null if it stands alone
 */
public record Place(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        @Nullable Repetition repetition) {

    /**
     * One of several annotations of a kind. The compiler wraps them into a container that stands nowhere in the source.
     *
     * @param annotation the annotation's simple name
     * @param index its number among those of its kind, from 0
     * @param member the member inside the annotation
     */
    public record Repetition(String annotation, int index, String member) {}

    /** The element itself. */
    public static Place of(Element element) {
        return new Place(element, null, null, null);
    }
}
