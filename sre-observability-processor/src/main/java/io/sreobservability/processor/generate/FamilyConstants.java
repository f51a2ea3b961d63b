package io.sreobservability.processor.generate;

import com.palantir.javapoet.FieldSpec;
import io.sreobservability.processor.plan.NameValues;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * A constant of type {@code SpanPoint} for one family of spans, all placeholders open: for spans that are made by hand,
 * where no method says what their names and metrics are.
 */
final class FamilyConstants {
    private final Registry registry;
    private final ConstantPlaces places;
    private final ConstantNames names = new ConstantNames();

    FamilyConstants(Registry registry, ConstantPlaces places) {
        this.registry = registry;
        this.places = places;
    }

    FieldSpec field(SpanFamily family) {
        FieldSpec.Builder field = FieldSpec.builder(
                EngineTypes.SPAN_POINT,
                names.unique(ConstantNames.spanConstant(family.nameText())),
                Modifier.PUBLIC,
                Modifier.STATIC,
                Modifier.FINAL);
        return TextConstant.documented(
                        field,
                        family.nameText(),
                        family.documentation().brief(),
                        family.documentation().deprecation())
                .initializer(definition(family).build())
                .build();
    }

    private PointCode definition(SpanFamily family) {
        List<PlannedValue> values = NameValues.of(registry, family.set(), Map.of());
        PointCode code = new PointCode(places, family.nameText())
                .family(family, family.componentName().text(), family.name().placeholders())
                .values(values)
                .required(SpanPlan.inheritedRequirements(family, values));
        family.setOn().forEach((name, set) -> code.valuesOn(name, NameValues.of(registry, set, Map.of())));
        for (Metric metric : registry.metrics()) {
            if (metric.families().contains(family.id())) {
                List<String> narrowed = metric.narrowedTo(family);
                if (narrowed.isEmpty()) {
                    code.metric(metric);
                } else {
                    code.metric(metric, narrowed);
                }
            }
        }
        return code;
    }
}
