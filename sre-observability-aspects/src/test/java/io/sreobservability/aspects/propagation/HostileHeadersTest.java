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

import io.opentelemetry.context.Context;
import io.sreobservability.aspects.SreObservability;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The known attacks on trace headers, by name. Even a trusted caller may send them: callers pass on what they got. */
class HostileHeadersTest {
    private static final String IDS = TRACE + "-" + PARENT;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "empty                   | ''",
                "too short               | 00-" + IDS,
                "one flag digit          | 00-" + IDS + "-0",
                "more than version 00 has| 00-" + IDS + "-01-extra",
                "all-zero trace id       | 00-00000000000000000000000000000000-" + PARENT + "-01",
                "all-zero span id        | 00-" + TRACE + "-0000000000000000-01",
                "version ff              | ff-" + IDS + "-01",
                "version of one digit    | 0-" + IDS + "-01",
                "upper-case trace id     | 00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01",
                "upper-case span id      | 00-" + TRACE + "-00F067AA0BA902B7-01",
                "no hexadecimal digits   | 00-" + TRACE + "-00f067aa0ba902bg-01",
                "other delimiters        | 00_" + TRACE + "_" + PARENT + "_01",
                "two of them             | " + TRACEPARENT + "," + TRACEPARENT,
                "two of a future version | 01-" + IDS + "-01,01-" + IDS + "-01",
                "full-width digits       | ００-" + IDS + "-01",
                "a line break            | '00-" + IDS + "-01\n'"
            })
    void aTraceparentThatBreaksTheFormatStartsANewTrace(String attack, String traceparent) {
        assertRefused(meta("traceparent", traceparent));
    }

    @Test
    void aTraceparentOfAMegabyteStartsANewTrace() {
        assertRefused(meta("traceparent", TRACEPARENT + "-" + "a".repeat(1 << 20)));
        assertRefused(meta("traceparent", "01-" + IDS + "-01-" + "a".repeat(TraceHeaders.MAX_TRACEPARENT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cc-" + IDS + "-01", "01-" + IDS + "-01-what-the-future-will-be"})
    void aTraceparentOfAFutureVersionIsReadAsFarAsItIsKnown(String traceparent) {
        Context incoming = extract(ContextPropagator.trusting(), meta("traceparent", traceparent));

        assertThat(span(incoming).getTraceId()).isEqualTo(TRACE);
        assertThat(inject(incoming)).containsOnly(Map.entry("traceparent", TRACEPARENT));
    }

    @Test
    void aTracestateBeyondTheLimitsIsDroppedAndTheTraceGoesOn() {
        String fits = "k=" + "v".repeat(200) + ",l=" + "v".repeat(200);
        assertThat(inject(extract(ContextPropagator.trusting(), meta("traceparent", TRACEPARENT, "tracestate", fits))))
                .containsEntry("tracestate", fits);

        List<String> attacks = List.of(
                "k=" + "v".repeat(511),
                "k=" + "v".repeat(1 << 20),
                members(33),
                ",".repeat(400),
                "no equals sign",
                "k=v=w",
                "K=upper",
                "k=ünïcode",
                "k=v\r\nset-cookie: x=1");
        assertThat(attacks).allSatisfy(attack -> {
            long refused = refusedContexts();
            Context incoming =
                    extract(ContextPropagator.trusting(), meta("traceparent", TRACEPARENT, "tracestate", attack));
            assertThat(inject(incoming)).containsOnly(Map.entry("traceparent", TRACEPARENT));
            assertThat(refusedContexts()).isEqualTo(refused + 1);
        });
    }

    @Test
    void baggageThatIsMalformedOrSpoofedOrTooMuchBringsNoInvestigation() {
        List<String> attacks = List.of(
                BAGGAGE + "," + "x".repeat(BaggageHeader.MAX_LENGTH),
                BAGGAGE + ",k=v".repeat(BaggageHeader.MAX_MEMBERS),
                BAGGAGE + "," + "x".repeat(1 << 20),
                ",".repeat(10_000) + BAGGAGE,
                BAGGAGE + "," + BAGGAGE,
                BAGGAGE + ",sre.investigation_id=investigation_0000000000000000",
                "sre.investigation_id=",
                "sre.investigation_id=Alice",
                "sre.investigation_id=investigation_4F1C2A9BE07D3385",
                "sre.investigation_id=" + ID + "0",
                "sre.investigation_id=" + ID + "%",
                "sre.investigation_id=%zz%",
                "sre.investigation_id=%69nvestigation_4f1c2a9be07d3385",
                "sre.investigation_id=" + ID + "\r\nx: y",
                "sre.investigation_id==" + ID);
        assertThat(attacks).allSatisfy(attack -> {
            long refused = refusedContexts();
            Context incoming = extract(ContextPropagator.trusting(), meta("baggage", attack));
            assertThat(incoming).isSameAs(Context.root());
            assertThat(refusedContexts()).isEqualTo(refused + 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ";", "=", "sre.user_id=Alice", "sre.investigation_id", "a=%,b=%f", "a=1,,b=2"})
    void otherPeoplesBaggageIsNotKeptAndNotCounted(String baggage) {
        long refused = refusedContexts();
        assertThat(extract(ContextPropagator.trusting(), meta("baggage", baggage)))
                .isSameAs(Context.root());
        assertThat(refusedContexts()).isEqualTo(refused);
    }

    @Test
    void nothingOfADistrustedCallerIsSentOn() {
        Context incoming = extract(
                ContextPropagator.distrusting(),
                meta("traceparent", TRACEPARENT, "tracestate", "k=v", "baggage", BAGGAGE));
        assertThat(inject(incoming)).isEmpty();
    }

    @Test
    void aHundredHeadersOfOneNameAreOneListWithTheSameLimits() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Traceparent", List.of(TRACEPARENT));
        headers.put("Tracestate", List.of("a=1", "b=2"));
        headers.put("Baggage", List.of("x=1", BAGGAGE));
        Context incoming = ContextPropagator.trusting().extract(Context.root(), headers, Carriers.headers());
        assertThat(inject(incoming))
                .containsOnly(
                        Map.entry("traceparent", TRACEPARENT),
                        Map.entry("tracestate", "a=1,b=2"),
                        Map.entry("baggage", BAGGAGE));

        headers.put("Traceparent", Collections.nCopies(100, TRACEPARENT));
        headers.put("Baggage", Collections.nCopies(100, BAGGAGE));
        assertThat(ContextPropagator.trusting().extract(Context.root(), headers, Carriers.headers()))
                .isSameAs(Context.root());
    }

    @Test
    void membersOfMetaThatAreNotTextsAreAbsent() {
        Map<String, Object> odd = meta();
        odd.put("traceparent", Map.of("version", "00"));
        odd.put("tracestate", List.of("k=v"));
        odd.put("baggage", 17);
        assertThat(extract(ContextPropagator.trusting(), odd)).isSameAs(Context.root());
    }

    private static void assertRefused(Map<String, Object> meta) {
        for (ContextPropagator propagator : List.of(ContextPropagator.trusting(), ContextPropagator.distrusting())) {
            long refused = refusedContexts();
            assertThat(extract(propagator, meta)).isSameAs(Context.root());
            assertThat(refusedContexts()).isEqualTo(refused + 1);
        }
        assertThat(investigation(Context.root())).isNull();
    }

    private static String members(int count) {
        StringBuilder members = new StringBuilder("k0=v");
        for (int i = 1; i < count; i++) {
            members.append(",k").append(i).append("=v");
        }
        return members.toString();
    }

    private static long refusedContexts() {
        return SreObservability.selfCounters().refusedContexts();
    }
}
