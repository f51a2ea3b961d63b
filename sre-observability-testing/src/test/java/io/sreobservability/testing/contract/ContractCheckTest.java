package io.sreobservability.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.InvalidContractException;
import io.sreobservability.testing.recording.Recording;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How contracts of several modules, open names and values that could not be there are judged. */
class ContractCheckTest {
    private final Recording recording = new Recording(Sampler.alwaysOn());

    @AfterEach
    void close() {
        recording.close();
        SreObservability.setCaptureContent(false);
    }

    @Test
    void aPlaceholderTakesAnyWordUnlessAllNamesAreListed() {
        Contract open = new SampleContract("tool.{tool_name}").build();
        Contract closed = new SampleContract("tool.{tool_name}", "tool.a", "tool.other").build();

        assertThat(check("tool.anything_1", open)).isEmpty();
        assertThat(check("tool.Any", open)).containsExactly("UNKNOWN_SPAN tool.Any");
        assertThat(check("tool.a.attempt", open)).containsExactly("UNKNOWN_SPAN tool.a.attempt");
        assertThat(check("tool.other", closed)).isEmpty();
        assertThat(check("tool.b", closed)).containsExactly("UNKNOWN_SPAN tool.b");
    }

    @Test
    void itIsEnoughToBeWhatOneModulePromises() {
        Contract one =
                new SampleContract("tool.a").required("x.one", "parameter p").build();
        Contract other = new SampleContract("tool.{tool_name}")
                .required("x.other", "parameter p")
                .build();

        assertThat(check("tool.a", span -> span.setAttribute("x.one", "v"), one, other))
                .isEmpty();
        assertThat(check("tool.a", span -> span.setAttribute("x.other", "v"), one, other))
                .isEmpty();
        assertThat(check("tool.a", one, other)).containsExactly("MISSING_REQUIRED x.one");
    }

    @Test
    void whatAnotherModulesSpanHandsDownMayBeOnEverySpan() {
        Contract agent = new SampleContract("agent.a.execute")
                .inherited("x.tenant", "int")
                .build();
        Contract tool = new SampleContract("tool.a").build();

        assertThat(check("tool.a", span -> span.setAttribute("x.tenant", 1), agent, tool))
                .isEmpty();
        assertThat(check("tool.a", span -> span.setAttribute("x.tenant", "1"), agent, tool))
                .containsExactly("WRONG_TYPE x.tenant");
        assertThat(check("tool.a", span -> span.setAttribute("x.tenant", 1), tool))
                .containsExactly("UNKNOWN_ATTRIBUTE x.tenant");
    }

    @Test
    void requiredContentCountsAsPresentWhileItIsSwitchedOff() {
        Contract contract =
                new SampleContract("tool.a").requiredContent("x.query").build();

        assertThat(check("tool.a", contract)).isEmpty();
        SreObservability.setCaptureContent(true);
        assertThat(check("tool.a", contract)).containsExactly("MISSING_REQUIRED x.query");
    }

    @Test
    void aMethodThatThrewCannotGiveWhatItsResultWouldHave() {
        Contract contract = new SampleContract("tool.a")
                .required("x.size", "result size()")
                .required("x.name", "parameter name")
                .build();

        assertThat(check("tool.a", span -> span.setStatus(StatusCode.ERROR), contract))
                .containsExactly("MISSING_REQUIRED x.name");
        assertThat(check("tool.a", contract)).containsExactly("MISSING_REQUIRED x.name", "MISSING_REQUIRED x.size");
    }

    @Test
    void wordsOfSpanNamesMayBeNoMembersOfTheirEnumeration() {
        Contract fromName = new SampleContract("agent.a.execute")
                .enumeration("x.type", "name part agent_name", "logs")
                .build();
        Contract fromResult = new SampleContract("agent.a.execute")
                .enumeration("x.type", "result type()", "logs")
                .build();

        assertThat(check("agent.a.execute", span -> span.setAttribute("x.type", "a"), fromName))
                .isEmpty();
        assertThat(check("agent.a.execute", span -> span.setAttribute("x.type", "a"), fromResult))
                .containsExactly("UNKNOWN_MEMBER x.type");
    }

    @Test
    void withoutAnyContractTheProcessorIsAskedFor() {
        span("tool.a", span -> {});

        assertThat(new ContractCheck(new Contracts(List.of())).check(recording.spans(), List.of()))
                .singleElement()
                .hasToString("UNKNOWN_SPAN `tool.a`: there is no contract on the class path"
                        + " (META-INF/sre-observability/contract.json): did the annotation processor run?");
    }

    @Test
    void aContractOfAnotherVersionIsNamed(@TempDir Path classes) throws Exception {
        Path file = Files.createDirectories(classes.resolve("META-INF/sre-observability"))
                .resolve("contract.json");
        Files.writeString(file, "{\"version\": 1}");

        try (URLClassLoader classPath =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> Contracts.on(classPath))
                    .isInstanceOf(InvalidContractException.class)
                    .hasMessageContaining("contract.json: contract version 1, but 2 is expected.");
        }
    }

    private List<String> check(String name, Contract... contracts) {
        return check(name, span -> {}, contracts);
    }

    private List<String> check(String name, Consumer<Span> attributes, Contract... contracts) {
        String id = span(name, attributes);
        return new ContractCheck(new Contracts(List.of(contracts)))
                        .check(
                                recording.spans().stream()
                                        .filter(span -> span.data().getSpanId().equals(id))
                                        .toList(),
                                List.of())
                        .stream()
                        .map(violation -> violation.rule() + " " + violation.name())
                        .toList();
    }

    private String span(String name, Consumer<Span> attributes) {
        Span span = recording
                .openTelemetry()
                .getTracer(SreObservability.SCOPE)
                .spanBuilder(name)
                .startSpan();
        attributes.accept(span);
        span.end();
        return span.getSpanContext().getSpanId();
    }
}
