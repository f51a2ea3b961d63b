package io.sreobservability.processor.validate;

import io.sreobservability.processor.plan.Access;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** How things are written in messages. */
final class Display {
    private Display() {}

    /** A type without packages: {@code Map<String, Pod>}. */
    static String type(TypeMirror type) {
        return type.toString()
                .replaceAll("(?:@[\\w.]+(?:\\([^)]*\\))?,? ?)", "")
                .replaceAll("\\b[a-z]\\w*\\.", "")
                .replaceAll(", ?", ", ");
    }

    /** What a path ends in. */
    static String result(Access access) {
        return type(access.type());
    }

    /** A method with its class: {@code Agent.call(String)}. */
    static String method(ExecutableElement method) {
        Element owner = Objects.requireNonNull(method.getEnclosingElement());
        return owner.getSimpleName() + "." + method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> type(parameter.asType()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
