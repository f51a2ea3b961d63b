package io.sreobservability.processor.generate;

import com.palantir.javapoet.FieldSpec;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.plan.SpanPlan.NamePart;
import io.sreobservability.processor.type.BinaryNames;
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
        PointCode code = new PointCode(places, plan.name())
                .method(names.of(plan.owner()), plan.method().getSimpleName().toString())
                .family(
                        plan.family(),
                        plan.componentName(),
                        plan.nameParts().stream().map(NamePart::placeholder).toList())
                .values(plan.values())
                .required(plan.inheritedRequirements());
        plan.metrics().forEach(code::metric);
        return FieldSpec.builder(EngineTypes.SPAN_POINT, name(index), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code.build())
                .build();
    }
}
