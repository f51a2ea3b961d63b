package io.sreobservability.processor.validate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The constants of Java enums as telemetry shows them: their names in lower case. */
final class EnumConstants {
    private EnumConstants() {}

    /** The constants whose text is not accepted; none for {@code Enum} itself, whose constants are not known. */
    static List<String> refused(TypeMirror type, Predicate<String> accepted) {
        return type instanceof DeclaredType declared
                ? declared.asElement().getEnclosedElements().stream()
                        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                        .filter(constant -> !accepted.test(text(constant)))
                        .map(constant -> constant.getSimpleName().toString())
                        .toList()
                : List.of();
    }

    private static String text(Element constant) {
        return constant.getSimpleName().toString().toLowerCase(Locale.ROOT);
    }
}
