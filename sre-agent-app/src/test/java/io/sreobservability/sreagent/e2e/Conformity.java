package io.sreobservability.sreagent.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.ExternalSpan;
import io.sreobservability.registry.reader.RegistryReader;
import io.sreobservability.testing.contract.ContractCheck;
import io.sreobservability.testing.contract.Contracts;
import io.sreobservability.testing.recording.RecordedSpan;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Holds spans and metrics to the contract by the test kit's own check. That check leaves spans of libraries that fit nothing
 * alone; those of a scenario are ours to choose, so here each must fit one of the standard's, with all it requires.
 */
final class Conformity {
    private static final ContractCheck CHECK = new ContractCheck(Contracts.on(Conformity.class.getClassLoader()));
    private static final List<ExternalSpan> EXTERNAL = RegistryReader.standard().spans().stream()
            .filter(ExternalSpan.class::isInstance)
            .map(ExternalSpan.class::cast)
            .toList();

    private Conformity() {}

    static void assertKept(List<SpanData> spans, Collection<MetricData> metrics) {
        List<RecordedSpan> recorded =
                spans.stream().map(span -> new RecordedSpan(span, true)).toList();
        assertThat(CHECK.check(recorded, metrics)).isEmpty();
        assertThat(spans.stream()
                        .filter(span ->
                                !span.getInstrumentationScopeInfo().getName().equals(SreObservability.SCOPE)))
                .isNotEmpty()
                .allSatisfy(Conformity::assertExternal);
    }

    private static void assertExternal(SpanData span) {
        List<ExternalSpan> fitting = EXTERNAL.stream()
                .filter(known -> known.kind().name().equals(span.getKind().name()))
                .filter(known -> form(known.nameText()).matcher(span.getName()).matches())
                .toList();
        assertThat(fitting)
                .as("the standard's definition of %s", span.getName())
                .hasSize(1);
        assertThat(span.getAttributes().asMap().keySet())
                .as(span.getName())
                .extracting(key -> key.getKey())
                .containsAll(fitting.get(0).attributes().stream()
                        .filter(use -> use.requirement().level() == AttributeUse.Level.REQUIRED)
                        .map(use -> use.attribute().key())
                        .toList());
    }

    /** {@code {method} {route}} and the like: a method is in capitals, a route begins with a slash, MCP's methods have one. */
    private static Pattern form(String name) {
        return Pattern.compile(name.replace("{method}", "[A-Z]+")
                .replace("{route}", "/\\S*")
                .replace("{mcp_method}", "[a-z]+/[a-z]+")
                .replaceAll("\\{[a-z]+}", "\\\\S+"));
    }
}
