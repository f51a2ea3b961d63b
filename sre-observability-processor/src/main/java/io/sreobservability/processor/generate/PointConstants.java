package io.sreobservability.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.plan.SpanPlan.NamePart;
import io.sreobservability.processor.type.BinaryNames;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Metric;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The constant {@code SpanPoint} of a method: everything about its span that is known at compile time. */
final class PointConstants {
    private final ConstantPlaces places;
    private final BinaryNames names;

    PointConstants(ConstantPlaces places, BinaryNames names) {
        this.places = places;
        this.names = names;
    }

    static String name(int index) {
        return "POINT_" + index;
    }

    FieldSpec field(int index, SpanPlan plan) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.builder($L)", EngineTypes.SPAN_POINT, JavaText.literal(plan.name()))
                .indent()
                .indent()
                .add(
                        "\n.method($L, $S)",
                        JavaText.literal(names.of(plan.owner())),
                        plan.method().getSimpleName())
                .add(
                        "\n.kind($T.$L)",
                        EngineTypes.SPAN_KIND,
                        plan.family().kind().name())
                .add(
                        "\n.component($L, $L)",
                        JavaText.literal(plan.family().component()),
                        JavaText.literal(plan.componentName()));
        for (NamePart part : plan.nameParts()) {
            List<String> words = plan.family().placeholders().getOrDefault(part.placeholder(), List.of());
            if (!words.isEmpty()) {
                code.add(
                        "\n.words($L)",
                        Stream.concat(Stream.of(part.placeholder()), words.stream())
                                .map(JavaText::literal)
                                .collect(CodeBlock.joining(", ")));
            }
        }
        for (PlannedValue value : plan.values()) {
            if (value instanceof PlannedValue.Fixed fixed) {
                code.add("\n.fixed($L, $L)", places.attribute(fixed.attribute()), literal(fixed.value()));
            } else if (value instanceof PlannedValue.Derived derived) {
                code.add(
                        "\n.derived($L, $L)",
                        places.attribute(derived.attribute()),
                        JavaText.literal(derived.template()));
            }
        }
        for (Attribute attribute : plan.inheritedRequirements()) {
            code.add("\n.required($L)", places.attribute(attribute));
        }
        for (Metric metric : plan.metrics()) {
            code.add("\n.metric($L)", places.metric(metric));
        }
        return FieldSpec.builder(EngineTypes.SPAN_POINT, name(index), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code.add("\n.build()").unindent().unindent().build())
                .build();
    }

    private static CodeBlock literal(Object value) {
        if (value instanceof Long) {
            return CodeBlock.of("$LL", value);
        }
        if (value instanceof Double) {
            return CodeBlock.of("$Ld", value);
        }
        return value instanceof Boolean ? CodeBlock.of("$L", value) : JavaText.literal((String) value);
    }
}
