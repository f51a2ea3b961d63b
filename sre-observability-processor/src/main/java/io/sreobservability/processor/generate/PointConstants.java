package io.sreobservability.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Metric;
import javax.lang.model.element.Modifier;

/** The constant {@code SpanPoint} of a method: everything about its span that is known at compile time. */
final class PointConstants {
    private PointConstants() {}

    static String name(int index) {
        return "POINT_" + index;
    }

    static FieldSpec field(int index, SpanPlan plan) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.builder($S)", EngineTypes.SPAN_POINT, plan.name())
                .indent()
                .indent()
                .add(
                        "\n.kind($T.$L)",
                        EngineTypes.SPAN_KIND,
                        plan.family().kind().name())
                .add("\n.component($S, $S)", plan.family().component(), plan.componentName());
        for (PlannedValue value : plan.values()) {
            if (value instanceof PlannedValue.Fixed fixed) {
                code.add("\n.fixed($L, $L)", attribute(fixed.attribute()), literal(fixed.value()));
            } else if (value instanceof PlannedValue.Derived derived) {
                code.add("\n.derived($L, $S)", attribute(derived.attribute()), derived.template());
            }
        }
        for (Metric metric : plan.metrics()) {
            code.add("\n.metric($T.$L)", EngineTypes.STANDARD_METRICS, ConstantNames.constant(metric.name()));
        }
        return FieldSpec.builder(EngineTypes.SPAN_POINT, name(index), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code.add("\n.build()").unindent().unindent().build())
                .build();
    }

    /** The reference to an attribute's constant. */
    static CodeBlock attribute(Attribute attribute) {
        return CodeBlock.of("$T.$L", EngineTypes.STANDARD_ATTRIBUTES, ConstantNames.constant(attribute.key()));
    }

    private static CodeBlock literal(Object value) {
        if (value instanceof Long) {
            return CodeBlock.of("$LL", value);
        }
        if (value instanceof Double) {
            return CodeBlock.of("$Ld", value);
        }
        return value instanceof Boolean ? CodeBlock.of("$L", value) : CodeBlock.of("$S", value);
    }
}
