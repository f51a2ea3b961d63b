package io.sreobservability.processor.model;

import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds types in a signature that the compiler does not know (yet). */
final class UnresolvedTypes {
    private UnresolvedTypes() {}

    static boolean in(ExecutableElement method) {
        return Stream.concat(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(VariableElement::asType))
                .anyMatch(UnresolvedTypes::in);
    }

    /** Type variables are not followed: their bounds may lead back to them. */
    private static boolean in(@Nullable TypeMirror type) {
        if (type == null || type.getKind() == TypeKind.ERROR) {
            return type != null;
        }
        if (type instanceof ArrayType array) {
            return in(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(UnresolvedTypes::in);
    }
}
