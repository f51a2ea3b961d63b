package io.sreobservability.registry.reference;

import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractMetric;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.ContractSpan;
import io.sreobservability.registry.contract.ExternalSpanSpec;
import io.sreobservability.registry.contract.ModuleContract;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contracts of several modules seen as one. What two modules say alike counts once; where they differ, because one of
 * them adds a registry that tightens a definition, both are kept.
 */
final class ContractSet {
    private final List<ModuleContract> modules;

    ContractSet(Collection<ModuleContract> modules) {
        this.modules = modules.stream()
                .sorted(Comparator.comparing(ModuleContract::module))
                .toList();
    }

    /** A method and the module that has it. */
    record Method(String module, ContractPoint point) {}

    List<ModuleContract> modules() {
        return modules;
    }

    /** The schema URLs of all registries, each module's in its order. */
    List<String> registries() {
        return all(Contract::registries).distinct().toList();
    }

    /** By name. */
    Map<String, List<ContractSpan>> spans() {
        return grouped(Contract::spans, ContractSpan::name);
    }

    /** By key. */
    Map<String, List<AttributeSpec>> attributes() {
        return grouped(Contract::attributes, AttributeSpec::key);
    }

    /** By name. */
    Map<String, List<ContractMetric>> metrics() {
        return grouped(Contract::metrics, ContractMetric::name);
    }

    /** By name and kind. */
    Map<String, List<ExternalSpanSpec>> externalSpans() {
        return grouped(Contract::externalSpans, span -> span.name() + " " + span.kind());
    }

    /** By key; without those that a module's own spans carry. */
    Map<String, List<AttributeSpec>> externalAttributes() {
        Map<String, List<AttributeSpec>> external = grouped(Contract::externalAttributes, AttributeSpec::key);
        external.keySet().removeAll(attributes().keySet());
        return external;
    }

    /** The methods of all modules, module by module. */
    List<Method> methods() {
        return modules.stream()
                .flatMap(module -> module.contract().points().stream().map(point -> new Method(module.module(), point)))
                .toList();
    }

    /** Every full name of the spans; empty if one of them takes any word. */
    static List<String> names(List<ContractSpan> same) {
        Set<String> names = new TreeSet<>();
        for (ContractSpan span : same) {
            if (span.names().isEmpty()) {
                return List.of();
            }
            names.addAll(span.names());
        }
        return List.copyOf(names);
    }

    private <T> Stream<T> all(Function<Contract, List<T>> part) {
        return modules.stream().flatMap(module -> part.apply(module.contract()).stream());
    }

    private <T> Map<String, List<T>> grouped(Function<Contract, List<T>> part, Function<T, String> name) {
        return all(part).distinct().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
    }
}
