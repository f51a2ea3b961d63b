package io.sreobservability.processor.generate;

import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.type.BinaryNames;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractMetric;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.model.Metric;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The contract of a module. */
public final class ContractGenerator {
    private final BinaryNames names;

    /** A generator for one compilation. */
    public ContractGenerator(BinaryNames names) {
        this.names = names;
    }

    /** What these classes emit. */
    public Contract generate(Collection<ClassPlan> classes) {
        List<ContractPoint> points = classes.stream()
                .flatMap(plan -> plan.spans().stream().map(span -> point(plan, span)))
                .toList();
        List<ContractMetric> metrics = classes.stream()
                .flatMap(plan -> plan.spans().stream())
                .flatMap(span -> span.metrics().stream())
                .distinct()
                .map(ContractGenerator::metric)
                .toList();
        return Contract.of(points, metrics);
    }

    private ContractPoint point(ClassPlan plan, SpanPlan span) {
        return new ContractPoint(
                names.of(span.owner()),
                span.method().getSimpleName().toString(),
                names.descriptor(span.method()),
                span.family().annotation(),
                span.name(),
                span.family().id(),
                plan.qualifiedAspectName(),
                span.values().stream()
                        .map(ContractGenerator::attribute)
                        .sorted(Comparator.comparing(ContractAttribute::key))
                        .toList(),
                span.metrics().stream().map(Metric::name).sorted().toList());
    }

    private static ContractAttribute attribute(PlannedValue value) {
        return new ContractAttribute(value.attribute().key(), value.source());
    }

    private static ContractMetric metric(Metric metric) {
        return new ContractMetric(metric.name(), metric.namespace(), metric.cloudWatchUnit(), metric.dimensionSets());
    }
}
