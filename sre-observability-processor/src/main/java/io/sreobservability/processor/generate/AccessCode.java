package io.sreobservability.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.Access.Step;
import io.sreobservability.processor.type.ValueKind;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Code that walks from a variable to a value. Each intermediate value gets a variable of its erased type, so that the code
 * compiles whatever generics the user's types have; a null on the way ends the walk. Where user code is called, the whole
 * walk is guarded: an accessor that throws costs its own value only.
 */
final class AccessCode {
    private AccessCode() {}

    /** The walk, with {@code use} giving the statement at its end for the name of the last variable. */
    static CodeBlock walk(Access access, String root, Function<String, CodeBlock> use) {
        if (access.steps().isEmpty()) {
            return guardedByNull(access.start(), root, endsInNullable(access), use.apply(root));
        }
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(steps(access, 0, access.start(), root, use))
                .nextControlFlow("catch ($T thrown)", Throwable.class)
                .addStatement("frame.dropValue(thrown)")
                .endControlFlow()
                .build();
    }

    private static CodeBlock steps(
            Access access, int index, TypeMirror type, String variable, Function<String, CodeBlock> use) {
        if (index == access.steps().size()) {
            return guardedByNull(type, variable, endsInNullable(access), use.apply(variable));
        }
        Step step = access.steps().get(index);
        String next = "value" + (index + 1);
        CodeBlock call = CodeBlock.builder()
                .addStatement("$T $L = $L$L.$L", typeName(step.type()), next, cast(step.type()), variable, step.code())
                .add(steps(access, index + 1, step.type(), next, use))
                .build();
        return guardedByNull(type, variable, true, call);
    }

    /** A value that a setter takes as an object may be null there: the setter leaves the attribute out. */
    private static boolean endsInNullable(Access access) {
        return access.kind() != ValueKind.TEXT && access.kind() != ValueKind.ENUM;
    }

    private static CodeBlock guardedByNull(TypeMirror type, String variable, boolean guard, CodeBlock code) {
        if (!guard || type.getKind().isPrimitive()) {
            return code;
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L != null)", variable)
                .add(code)
                .endControlFlow()
                .build();
    }

    private static CodeBlock cast(TypeMirror type) {
        TypeName name = typeName(type);
        boolean needless = type.getKind().isPrimitive() || name.equals(ClassName.OBJECT);
        return needless ? CodeBlock.of("") : CodeBlock.of("($T) ", name);
    }

    /** By element: the Eclipse compiler leaves the type arguments of an outer class in an erased type. */
    static TypeName typeName(TypeMirror erased) {
        if (erased instanceof ArrayType array) {
            return ArrayTypeName.of(typeName(array.getComponentType()));
        }
        return erased instanceof DeclaredType declared
                ? ClassName.get((TypeElement) declared.asElement())
                : TypeName.get(erased);
    }
}
