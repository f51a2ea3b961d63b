package io.sreobservability.testing.contract;

import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractMetric;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.ContractSpan;
import io.sreobservability.registry.contract.ExternalSpanSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contracts of all modules on a class path: of the tested module, of its test classes and of its dependencies. Each
 * keeps its own definitions, for a module may know registries that tighten what another one takes from the standard.
 */
public final class Contracts {
    private final List<Contract> all;
    private final Set<String> handedDown;
    private final Set<String> filledFromNames;

    Contracts(Collection<Contract> contracts) {
        this.all = List.copyOf(contracts);
        this.handedDown = contracts.stream()
                .flatMap(contract -> contract.attributes().stream())
                .filter(AttributeSpec::inherited)
                .flatMap(attribute -> Stream.concat(Stream.of(attribute.key()), attribute.setAlso().stream()))
                .collect(Collectors.toUnmodifiableSet());
        this.filledFromNames = contracts.stream()
                .flatMap(contract -> contract.points().stream())
                .flatMap(point -> point.attributes().stream())
                .filter(attribute -> attribute.source().startsWith("name part"))
                .map(attribute -> attribute.key())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads every contract that this class loader sees.
     *
     * @throws UncheckedIOException if one cannot be read
     * @throws io.sreobservability.registry.contract.InvalidContractException if one is of another version
     */
    public static Contracts on(ClassLoader classPath) {
        List<Contract> contracts = new ArrayList<>();
        try {
            for (URL resource : Collections.list(classPath.getResources(Contract.RESOURCE))) {
                try (InputStream in = resource.openStream()) {
                    contracts.add(ContractJson.read(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8), resource.toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A contract on the class path cannot be read", e);
        }
        return new Contracts(contracts);
    }

    /** Whether there is no contract at all, as when no processor ran. */
    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Every definition that a span of this name may follow. */
    List<KnownSpan> spansNamed(String name) {
        return all.stream()
                .flatMap(contract -> contract.spans().stream()
                        .filter(span -> SpanNameForms.fits(span, name))
                        .map(span -> known(contract, span)))
                .toList();
    }

    /** The names of all spans, as the annotations have them and in full. */
    Set<String> spanNames() {
        return all.stream()
                .flatMap(contract -> contract.spans().stream())
                .flatMap(span -> Stream.concat(Stream.of(span.name()), span.names().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every definition of this metric. */
    List<ContractMetric> metricsNamed(String name) {
        return all.stream()
                .flatMap(contract -> contract.metrics().stream())
                .filter(metric -> metric.name().equals(name))
                .distinct()
                .toList();
    }

    /** The names of all metrics. */
    Set<String> metricNames() {
        return all.stream()
                .flatMap(contract -> contract.metrics().stream())
                .map(ContractMetric::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The spans of libraries that the registries list. */
    Set<ExternalSpanSpec> librarySpans() {
        return all.stream()
                .flatMap(contract -> contract.externalSpans().stream())
                .collect(Collectors.toSet());
    }

    /** What this key means to each module that knows it; empty if none does. */
    List<AttributeSpec> attributesOf(String key) {
        return all.stream()
                .flatMap(contract -> Stream.of(contract.attributes(), contract.externalAttributes()))
                .flatMap(List::stream)
                .filter(attribute -> attribute.key().equals(key))
                .distinct()
                .toList();
    }

    /** Whether spans below the one that sets this key get it, too: it may then be on any span. */
    boolean handsDown(String key) {
        return handedDown.contains(key);
    }

    /** Whether the key takes words from span names, which may be others than the members of its enumeration. */
    boolean takesWordsOfNames(String key) {
        return filledFromNames.contains(key);
    }

    private static KnownSpan known(Contract contract, ContractSpan span) {
        List<ContractPoint> points = contract.points().stream()
                .filter(point -> point.span().equals(span.name()))
                .toList();
        return new KnownSpan(
                span,
                points,
                contract.attributes().stream().collect(Collectors.toMap(AttributeSpec::key, Function.identity())));
    }
}
