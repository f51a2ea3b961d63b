package io.sreobservability.processor.model;

import io.sreobservability.processor.diagnostic.Place;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method or constructor that carries at least one of our annotations.
 *
 * @param owner the class, interface, record or enum that declares it
 * @param element the method or constructor
 * @param marks our annotations on it and on its parameters, in the order of the source
 */
public record AnnotatedMethod(TypeElement owner, ExecutableElement element, List<Mark> marks) {
    /** Copies the list. */
    public AnnotatedMethod {
        marks = List.copyOf(marks);
    }

    /** The span annotations; more than one is a mistake. */
    public List<Mark.Span> spans() {
        return only(Mark.Span.class).toList();
    }

    /** The bound words of the name. */
    public List<Mark.NamePart> nameParts() {
        return only(Mark.NamePart.class).toList();
    }

    /** The attributes. */
    public List<Mark.AttributeValue> attributes() {
        return only(Mark.AttributeValue.class).toList();
    }

    /** The parameters whose values must not leave. */
    public List<Mark.Redacted> redacted() {
        return only(Mark.Redacted.class).toList();
    }

    /** The failure conditions; at most one, for the annotation is not repeatable. */
    public List<Mark.ErrorWhen> errors() {
        return only(Mark.ErrorWhen.class).toList();
    }

    /** The method itself. */
    public Place place() {
        return Place.of(element);
    }

    private <M extends Mark> Stream<M> only(Class<M> type) {
        return marks.stream().filter(type::isInstance).map(type::cast);
    }
}
