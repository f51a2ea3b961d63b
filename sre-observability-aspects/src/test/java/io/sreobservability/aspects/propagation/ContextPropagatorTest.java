package io.sreobservability.aspects.propagation;

import static io.sreobservability.aspects.propagation.HeaderCases.BAGGAGE;
import static io.sreobservability.aspects.propagation.HeaderCases.ID;
import static io.sreobservability.aspects.propagation.HeaderCases.PARENT;
import static io.sreobservability.aspects.propagation.HeaderCases.TRACE;
import static io.sreobservability.aspects.propagation.HeaderCases.TRACEPARENT;
import static io.sreobservability.aspects.propagation.HeaderCases.extract;
import static io.sreobservability.aspects.propagation.HeaderCases.inject;
import static io.sreobservability.aspects.propagation.HeaderCases.investigation;
import static io.sreobservability.aspects.propagation.HeaderCases.meta;
import static io.sreobservability.aspects.propagation.HeaderCases.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.RecordedTelemetry;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.fixture.Crew;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves a process, and what a trusted and a distrusted caller can bring about in it. */
class ContextPropagatorTest {
    private final RecordedTelemetry telemetry = RecordedTelemetry.install();
    private final Crew crew = new Crew();

    @AfterEach
    void nothingIsLeftBehind() {
        telemetry.close();
        assertThat(Context.current()).isSameAs(Context.root());
    }

    @Test
    void insideAnInvestigationTraceparentAndInvestigationLeaveAndNothingElse() throws Exception {
        Map<String, Object> out = crew.investigate(ID, "Alice", "session-1", () -> inject(Context.current()));

        SpanContext root = telemetry.span("supervisor.investigate").getSpanContext();
        assertThat(out)
                .containsOnly(
                        Map.entry(
                                "traceparent",
                                "00-" + root.getTraceId() + "-" + root.getSpanId() + "-"
                                        + root.getTraceFlags().asHex()),
                        Map.entry("baggage", BAGGAGE));
    }

    @Test
    void baggageOfTheApplicationStaysInTheProcess() {
        Context context = Context.root()
                .with(Baggage.builder()
                        .put("sre.user_id", "Alice")
                        .put("sre.investigation_id", ID)
                        .build());

        assertThat(inject(context)).isEmpty();
    }

    @Test
    void anInvestigationIdOfAnotherFormStaysInTheProcess() throws Exception {
        Map<String, Object> out = crew.investigate("Alice's question", "Alice", "s", () -> inject(Context.current()));

        assertThat(out).containsOnlyKeys("traceparent");
    }

    @Test
    void aTrustedCallersTraceGoesOnAndSpansInheritTheInvestigation() {
        Context incoming = extract(
                ContextPropagator.trusting(),
                meta("traceparent", TRACEPARENT, "tracestate", "vendor=1", "baggage", BAGGAGE + ";ttl=1,other=x"));

        try (Scope request = incoming.makeCurrent()) {
            assertThat(request).isNotNull();
            crew.tool("get_pods");
        }
        SpanData tool = telemetry.onlySpan();
        assertThat(tool.getTraceId()).isEqualTo(TRACE);
        assertThat(tool.getParentSpanId()).isEqualTo(PARENT);
        assertThat(tool.getParentSpanContext().isRemote()).isTrue();
        assertThat(tool.getAttributes().get(AttributeKey.stringKey("sre.investigation_id")))
                .isEqualTo(ID);
    }

    @Test
    void aDistrustedCallerGetsALinkAndDecidesNothing() {
        Context incoming = extract(
                ContextPropagator.distrusting(),
                meta("traceparent", TRACEPARENT, "tracestate", "vendor=1", "baggage", BAGGAGE));
        assertThat(span(incoming).isValid()).isFalse();
        assertThat(investigation(incoming)).isNull();

        ContextLink.addTo(
                        telemetry
                                .openTelemetry()
                                .getTracer("test")
                                .spanBuilder("GET /")
                                .setParent(incoming),
                        incoming)
                .startSpan()
                .end();

        SpanData server = telemetry.onlySpan();
        assertThat(server.getTraceId()).isNotEqualTo(TRACE);
        assertThat(server.getParentSpanContext().isValid()).isFalse();
        assertThat(server.getLinks())
                .singleElement()
                .extracting(LinkData::getSpanContext)
                .satisfies(linked -> {
                    assertThat(linked.getTraceId()).isEqualTo(TRACE);
                    assertThat(linked.getSpanId()).isEqualTo(PARENT);
                    assertThat(linked.isSampled()).isFalse();
                    assertThat(linked.getTraceState().isEmpty()).isTrue();
                });
    }

    @Test
    void aTrustedMessageTakesThePlaceOfTheSpanAroundItWhichIsLinked() {
        Span http = telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder("POST /mcp")
                .startSpan();
        Context incoming = ContextPropagator.trusting()
                .extract(Context.root().with(http), meta("traceparent", TRACEPARENT), Carriers.meta());

        ContextLink.addTo(
                        telemetry
                                .openTelemetry()
                                .getTracer("test")
                                .spanBuilder("tools/call")
                                .setParent(incoming),
                        incoming)
                .startSpan()
                .end();

        SpanData message = telemetry.onlySpan();
        assertThat(message.getParentSpanId()).isEqualTo(PARENT);
        assertThat(message.getLinks())
                .singleElement()
                .extracting(link -> link.getSpanContext().getSpanId())
                .isEqualTo(http.getSpanContext().getSpanId());
        http.end();
    }

    @Test
    void aDistrustedMessageLeavesTheSpanAroundItInPlace() {
        Span http = telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder("POST /mcp")
                .startSpan();
        Context incoming = ContextPropagator.distrusting()
                .extract(Context.root().with(http), meta("traceparent", TRACEPARENT), Carriers.meta());

        assertThat(Span.fromContext(incoming)).isSameAs(http);
        http.end();
    }

    @Test
    void aFurtherAttributeTravelsOnceItIsAllowed() {
        AllowedBaggage agent =
                new AllowedBaggage(StandardAttributes.SRE_AGENT_TYPE, Pattern.compile("[a-z][a-z0-9_]*"));
        ContextPropagator propagator = ContextPropagator.trusting().allowing(agent);
        Map<String, Object> received = meta("baggage", "sre.agent_type=logs, " + BAGGAGE + " ,x=1");

        Context incoming = extract(propagator, received);
        Map<String, Object> out = new HashMap<>();
        propagator.inject(incoming, out, Carriers.metaSetter());

        assertThat(out).containsOnly(Map.entry("baggage", BAGGAGE + ",sre.agent_type=logs"));
    }

    @Test
    void whoAskedAndWhatCanNotBeAllowed() {
        Pattern anything = Pattern.compile(".*");
        for (AttributeDefinition<String> attribute : List.of(
                StandardAttributes.SRE_USER_ID, StandardAttributes.SRE_SESSION_ID, StandardAttributes.SRE_QUERY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AllowedBaggage(attribute, anything))
                    .withMessageContaining(attribute.name())
                    .withMessageContaining("private");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowedBaggage(StandardAttributes.SRE_TOOL_NAME, anything))
                .withMessageContaining("not inherited");
    }

    @Test
    void aCarrierThatFailsIsAFaultAndTheRequestGoesOn() {
        long faults = SreObservability.selfCounters().faults();
        Map<String, Object> broken = new HashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object get(Object key) {
                throw new IllegalStateException("closed");
            }

            @Override
            public Object put(String key, Object value) {
                throw new LinkageError("missing");
            }
        };

        assertThat(extract(ContextPropagator.trusting(), broken)).isSameAs(Context.root());
        Context remote = extract(ContextPropagator.trusting(), meta("traceparent", TRACEPARENT));
        ContextPropagator.trusting().inject(remote, broken, Carriers.metaSetter());

        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults + 2);
    }

    @Test
    void noCarrierIsNoContext() {
        assertThat(ContextPropagator.trusting().extract(Context.root(), null, Carriers.meta()))
                .isSameAs(Context.root());
        assertThat(ContextPropagator.trusting().extract(Context.root(), null, Carriers.headers()))
                .isSameAs(Context.root());
    }

    @Test
    void itsFieldsAreWhatItMayWrite() {
        assertThat(ContextPropagator.trusting().fields()).containsExactly("traceparent", "tracestate", "baggage");
    }
}
