package io.sreobservability.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the annotated methods of a top-level class and of the types nested in it. */
public final class ClassReader {
    private final List<AnnotatedMethod> methods = new ArrayList<>();
    private boolean unresolved;

    private ClassReader() {}

    /**
     * Reads a class.
     *
     * @return its annotated methods in the order of the source, or empty if a type or constant on one of them is not
     *     known yet
     */
    public static Optional<List<AnnotatedMethod>> read(TypeElement topLevel) {
        ClassReader reader = new ClassReader();
        reader.visit(topLevel);
        return reader.unresolved ? Optional.empty() : Optional.of(List.copyOf(reader.methods));
    }

    private void visit(TypeElement type) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (isAnnotated(method)) {
                Optional<AnnotatedMethod> read = MethodReader.read(type, method);
                read.ifPresent(methods::add);
                unresolved |= read.isEmpty();
            }
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::visit);
    }

    private static boolean isAnnotated(ExecutableElement method) {
        return Stream.concat(Stream.of(method), method.getParameters().stream())
                .map(Element::getAnnotationMirrors)
                .flatMap(List::stream)
                .map((AnnotationMirror mirror) -> Mirrors.nameOf(mirror))
                .anyMatch(AnnotationNames.ALL::contains);
    }
}
