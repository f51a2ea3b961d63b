package io.sreobservability.aspects.propagation;

import static io.sreobservability.aspects.propagation.HeaderCases.BAGGAGE;
import static io.sreobservability.aspects.propagation.HeaderCases.PARENT;
import static io.sreobservability.aspects.propagation.HeaderCases.TRACE;
import static io.sreobservability.aspects.propagation.HeaderCases.TRACEPARENT;
import static io.sreobservability.aspects.propagation.HeaderCases.extract;
import static io.sreobservability.aspects.propagation.HeaderCases.inject;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.sreobservability.aspects.SreObservability;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever arrives: nothing is thrown, what is kept is bounded and well-formed, and sending it on changes nothing. */
class HeaderPropertyTest {
    private static final String BAGGAGE_FORM = "sre\\.investigation_id=investigation_[0-9a-f]{16}";

    @Property(tries = 20_000)
    void whateverArrivesNothingIsThrownAndWhatIsKeptIsBoundedAndStable(
            @ForAll("headers") String traceparent,
            @ForAll("headers") String tracestate,
            @ForAll("headers") String baggage) {
        long faults = SreObservability.selfCounters().faults();
        Map<String, Object> received =
                HeaderCases.meta("traceparent", traceparent, "tracestate", tracestate, "baggage", baggage);

        Map<String, Object> sentOn = inject(extract(ContextPropagator.trusting(), received));

        assertWellFormed(sentOn);
        assertThat(inject(extract(ContextPropagator.trusting(), sentOn))).isEqualTo(sentOn);
        assertThat(inject(extract(ContextPropagator.distrusting(), received))).isEmpty();
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults);
    }

    @Property(tries = 10_000)
    void whateverIsInMetaNothingIsThrownAndNothingElseIsSentOn(@ForAll("metas") Map<String, Object> received) {
        long faults = SreObservability.selfCounters().faults();

        assertWellFormed(inject(extract(ContextPropagator.trusting(), received)));

        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults);
    }

    @Property(tries = 2_000)
    void everyWellFormedTraceparentIsTakenAndComesOutAsItWentIn(
            @ForAll("traceIds") String trace, @ForAll("spanIds") String span, @ForAll boolean sampled) {
        String traceparent = "00-" + trace + "-" + span + (sampled ? "-01" : "-00");
        Context incoming = extract(ContextPropagator.trusting(), HeaderCases.meta("traceparent", traceparent));

        SpanContext caller = HeaderCases.span(incoming);
        assertThat(caller.getTraceId()).isEqualTo(trace);
        assertThat(caller.getSpanId()).isEqualTo(span);
        assertThat(caller.isSampled()).isEqualTo(sampled);
        assertThat(caller.isRemote()).isTrue();
        assertThat(inject(incoming)).containsOnly(Map.entry("traceparent", traceparent));
    }

    private static void assertWellFormed(Map<String, Object> sentOn) {
        assertThat(Set.of("traceparent", "tracestate", "baggage")).containsAll(sentOn.keySet());
        assertThat((String) sentOn.getOrDefault("traceparent", TRACEPARENT))
                .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
        assertThat((String) sentOn.getOrDefault("tracestate", ""))
                .hasSizeLessThanOrEqualTo(TraceHeaders.MAX_TRACESTATE)
                .matches("[ -~]*");
        assertThat((String) sentOn.getOrDefault("baggage", BAGGAGE)).matches(BAGGAGE_FORM);
    }

    /** Pieces of true headers in any order, so that many cases get past the first check; and noise. */
    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> piece = Arbitraries.of(
                "00-",
                "01-",
                "ff-",
                TRACE,
                TRACE.toUpperCase(Locale.ROOT),
                "0".repeat(32),
                "-" + PARENT,
                "-01",
                "-",
                ",",
                ";",
                "=",
                "%",
                "%zz",
                " ",
                "\t",
                "\r\n",
                "\0",
                "é",
                "\ud83d",
                "k=v",
                "vendor@x=1",
                BAGGAGE,
                BAGGAGE.replace("sre.", "SRE."),
                "sre.investigation_id",
                "sre.user_id=Alice",
                "a".repeat(300),
                ",k=v".repeat(40));
        Arbitrary<String> pieces = piece.list().ofMaxSize(12).map(list -> String.join("", list));
        Arbitrary<String> mutated = Arbitraries.of(TRACEPARENT, BAGGAGE, "k=v,vendor@x=1")
                .flatMap(header -> Arbitraries.integers()
                        .between(0, header.length() - 1)
                        .flatMap(at -> Arbitraries.chars()
                                .all()
                                .map(c -> header.substring(0, at) + c + header.substring(at + 1))));
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(TRACEPARENT, BAGGAGE, "k=v,vendor@x=1")),
                Tuple.of(3, mutated),
                Tuple.of(4, pieces),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(200)),
                Tuple.of(1, pieces.map(text -> text.repeat(500))));
    }

    @Provide
    Arbitrary<Map<String, Object>> metas() {
        Arbitrary<String> keys = Arbitraries.of("traceparent", "tracestate", "baggage", "Traceparent", "progressToken");
        Arbitrary<Object> values = Arbitraries.oneOf(
                headers().map(text -> (Object) text),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.of(true, Map.of("a", 1), List.of(TRACEPARENT)));
        return Arbitraries.maps(keys, values).ofMaxSize(5).map(HashMap::new);
    }

    @Provide
    Arbitrary<String> traceIds() {
        return ids(32);
    }

    @Provide
    Arbitrary<String> spanIds() {
        return ids(16);
    }

    private static Arbitrary<String> ids(int digits) {
        return Arbitraries.strings()
                .withChars("0123456789abcdef")
                .ofLength(digits)
                .filter(id -> !id.equals("0".repeat(digits)));
    }
}
