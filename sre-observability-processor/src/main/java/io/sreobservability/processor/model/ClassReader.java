package io.sreobservability.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads the annotated methods of a top-level class and of the types nested in it. Constructors are read too: they cannot
 * be spans, so an annotation on one of their parameters, or on a component of a record, is a mistake to be reported.
 */
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

    /** The annotated methods of a class, without those on which a type or constant is not known. */
    public static List<AnnotatedMethod> readable(TypeElement topLevel) {
        ClassReader reader = new ClassReader();
        reader.visit(topLevel);
        return List.copyOf(reader.methods);
    }

    /** Whether a method, constructor or parameter of the type or of a nested one carries an annotation of ours. */
    public static boolean hasAnnotations(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream().anyMatch(ClassReader::isAnnotated)
                || ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(ClassReader::isAnnotated)
                || ElementFilter.typesIn(type.getEnclosedElements()).stream().anyMatch(ClassReader::hasAnnotations);
    }

    private void visit(TypeElement type) {
        ElementFilter.constructorsIn(type.getEnclosedElements()).forEach(constructor -> read(type, constructor));
        ElementFilter.methodsIn(type.getEnclosedElements()).forEach(method -> read(type, method));
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::visit);
    }

    private void read(TypeElement owner, ExecutableElement method) {
        if (isAnnotated(method)) {
            Optional<AnnotatedMethod> read = MethodReader.read(owner, method);
            read.ifPresent(methods::add);
            unresolved |= read.isEmpty();
        }
    }

    private static boolean isAnnotated(ExecutableElement method) {
        return Stream.concat(Stream.of(method), method.getParameters().stream())
                .map(Element::getAnnotationMirrors)
                .flatMap(List::stream)
                .map((AnnotationMirror mirror) -> Mirrors.nameOf(mirror))
                .anyMatch(name -> AnnotationNames.ALL.contains(name)
                        || (method.getKind() == ElementKind.METHOD && name.equals(AnnotationNames.REDACTED)));
    }
}
