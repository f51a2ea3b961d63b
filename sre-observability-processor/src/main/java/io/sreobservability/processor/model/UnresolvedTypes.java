package io.sreobservability.processor.model;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Finds types in a signature that the compiler does not know (yet). */
final class UnresolvedTypes {
    /** Type variables whose bounds were looked at: bounds may lead back to them. */
    private final Set<Element> seen = new HashSet<>();

    private UnresolvedTypes() {}

    static boolean in(ExecutableElement method) {
        UnresolvedTypes search = new UnresolvedTypes();
        return Stream.concat(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(VariableElement::asType))
                .anyMatch(search::in);
    }

    private boolean in(@Nullable TypeMirror type) {
        if (type == null || type.getKind() == TypeKind.ERROR) {
            return type != null;
        }
        if (type instanceof ArrayType array) {
            return in(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return in(wildcard.getExtendsBound()) || in(wildcard.getSuperBound());
        }
        if (type instanceof TypeVariable variable) {
            return seen.add(variable.asElement()) && in(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream().anyMatch(this::in);
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(this::in);
    }
}
