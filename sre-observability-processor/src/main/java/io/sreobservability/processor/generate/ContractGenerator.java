package io.sreobservability.processor.generate;

import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.type.BinaryNames;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractBuilder;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import java.util.Collection;
import java.util.Comparator;

/** The contract of a module. */
public final class ContractGenerator {
    private final Registry registry;
    private final BinaryNames names;

    /** A generator for one compilation. */
    public ContractGenerator(Registry registry, BinaryNames names) {
        this.registry = registry;
        this.names = names;
    }

    /** What these classes emit. */
    public Contract generate(Collection<ClassPlan> classes) {
        ContractBuilder contract = new ContractBuilder(registry);
        for (ClassPlan plan : classes) {
            plan.spans().forEach(span -> contract.add(point(plan, span), FullNames.of(span)));
        }
        return contract.build();
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
}
