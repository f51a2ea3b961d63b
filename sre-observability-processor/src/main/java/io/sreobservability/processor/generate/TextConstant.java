package io.sreobservability.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.sreobservability.registry.model.Deprecation;
import io.sreobservability.registry.model.Documentation;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A constant whose value is a name: annotations take it as they take a literal. */
final class TextConstant {
    static final TypeName TYPE = ClassName.get(String.class);

    private TextConstant() {}

    static FieldSpec field(String constant, String value, Documentation documentation) {
        return field(constant, value, documentation.brief(), documentation.deprecation());
    }

    static FieldSpec field(String constant, String value, String brief, Optional<Deprecation> deprecation) {
        return documented(
                        FieldSpec.builder(TYPE, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL),
                        value,
                        brief,
                        deprecation)
                .initializer(JavaText.literal(value))
                .build();
    }

    /** What is not to be used any more says so to the compiler, too, with what to use instead. */
    static FieldSpec.Builder documented(
            FieldSpec.Builder field, String name, String brief, Optional<Deprecation> deprecation) {
        field.addJavadoc("$L: $L\n", JavaText.javadoc("`" + name + "`"), JavaText.javadoc(brief));
        deprecation.ifPresent(why ->
                field.addAnnotation(Deprecated.class).addJavadoc("\n@deprecated $L\n", JavaText.javadoc(reason(why))));
        return field;
    }

    private static String reason(Deprecation deprecation) {
        String fate = deprecation
                .renamedTo()
                .map(name -> "renamed to `" + name + "`")
                .orElseGet(() -> deprecation.reason().name().toLowerCase(Locale.ROOT));
        return deprecation.note().isEmpty() ? fate : fate + ": " + deprecation.note();
    }
}
