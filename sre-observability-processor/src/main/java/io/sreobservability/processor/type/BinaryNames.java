package io.sreobservability.processor.type;

import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Names as they stand in class files. */
public final class BinaryNames {
    private final TypeInspector types;

    /** Names of one compilation. */
    public BinaryNames(TypeInspector types) {
        this.types = types;
    }

    /** For example {@code com.acme.Agent$Inner}. */
    public String of(TypeElement type) {
        return types.elements().getBinaryName(type).toString();
    }

    /** The descriptor of a method (JVMS 4.3.3), for example {@code (Ljava/lang/String;I)V}. */
    public String descriptor(ExecutableElement method) {
        return method.getParameters().stream()
                        .map(parameter -> descriptor(parameter.asType()))
                        .collect(Collectors.joining("", "(", ")"))
                + descriptor(method.getReturnType());
    }

    private String descriptor(TypeMirror given) {
        TypeMirror type = types.erasure(given);
        return switch (type.getKind()) {
            case VOID -> "V";
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case CHAR -> "C";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case ARRAY -> "[" + descriptor(((ArrayType) type).getComponentType());
            default -> "L" + of((TypeElement) ((DeclaredType) type).asElement()).replace('.', '/') + ";";
        };
    }
}
