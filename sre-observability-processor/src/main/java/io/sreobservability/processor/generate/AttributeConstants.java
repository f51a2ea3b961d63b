package io.sreobservability.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits;
import io.sreobservability.registry.model.AttributeTraits.Sensitivity;
import io.sreobservability.registry.model.AttributeType;
import io.sreobservability.registry.model.AttributeType.Scalar;
import javax.lang.model.element.Modifier;

/** A constant of type {@code AttributeDefinition} for one attribute of the registry. */
final class AttributeConstants {
    private AttributeConstants() {}

    static FieldSpec field(Attribute attribute, ConstantPlaces places) {
        FieldSpec.Builder field = FieldSpec.builder(
                ParameterizedTypeName.get(EngineTypes.ATTRIBUTE, valueType(attribute.type())),
                places.nameOf(attribute),
                Modifier.PUBLIC,
                Modifier.STATIC,
                Modifier.FINAL);
        return TextConstant.documented(
                        field,
                        attribute.key(),
                        attribute.documentation().brief(),
                        attribute.documentation().deprecation())
                .initializer(definition(attribute))
                .build();
    }

    static TypeName valueType(AttributeType type) {
        return ClassName.get(
                "java.lang",
                type instanceof Scalar scalar
                        ? switch (scalar) {
                            case STRING -> "String";
                            case INT -> "Long";
                            case DOUBLE -> "Double";
                            case BOOLEAN -> "Boolean";
                        }
                        : "String");
    }

    private static CodeBlock definition(Attribute attribute) {
        AttributeTraits traits = attribute.traits();
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.$L($L)", EngineTypes.ATTRIBUTE, factory(attribute.type()), JavaText.literal(attribute.key()))
                .indent()
                .indent();
        if (traits.sensitivity() != Sensitivity.NONE) {
            code.add(
                    "\n.sensitivity($T.$L)",
                    EngineTypes.SENSITIVITY,
                    traits.sensitivity().name());
        }
        traits.maxLength().ifPresent(length -> code.add("\n.maxLength($L)", length));
        if (traits.inherited()) {
            code.add("\n.inherited()");
        }
        if (traits.json()) {
            code.add("\n.json()");
        }
        if (!traits.setAlso().isEmpty()) {
            code.add(
                    "\n.setAlso($L)",
                    traits.setAlso().stream().map(JavaText::literal).collect(CodeBlock.joining(", ")));
        }
        return code.add("\n.build()").unindent().unindent().build();
    }

    private static String factory(AttributeType type) {
        return type instanceof Scalar scalar
                ? switch (scalar) {
                    case STRING -> "string";
                    case INT -> "integer";
                    case DOUBLE -> "decimal";
                    case BOOLEAN -> "bool";
                }
                : "string";
    }
}
