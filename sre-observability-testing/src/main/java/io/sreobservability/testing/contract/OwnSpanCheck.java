package io.sreobservability.testing.contract;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.testing.recording.RecordedSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares one span of woven code with the contracts. */
final class OwnSpanCheck {
    private final Contracts contracts;
    private final AttributeValues values;

    OwnSpanCheck(Contracts contracts) {
        this.contracts = contracts;
        this.values = new AttributeValues(contracts);
    }

    /** What is wrong with the span. Two modules may make spans of one name; it is enough to be what one of them promises. */
    List<Violation> check(RecordedSpan span) {
        String name = span.data().getName();
        return contracts.spansNamed(name).stream()
                .map(known -> check(span, known))
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> List.of(unknown(name)));
    }

    private Violation unknown(String name) {
        return new Violation(
                Rule.UNKNOWN_SPAN,
                name,
                "",
                contracts.isEmpty()
                        ? "there is no contract on the class path (" + Contract.RESOURCE
                                + "): did the annotation processor run?"
                        : "no contract on the class path has a span of this name."
                                + Suggestion.instead(name, contracts.spanNames()));
    }

    private List<Violation> check(RecordedSpan span, KnownSpan known) {
        SpanData data = span.data();
        List<Violation> found = new ArrayList<>();
        data.getAttributes().forEach((key, value) -> found.addAll(checkAttribute(span, known, key, value)));
        for (String key : known.requiredKeys()) {
            if (!hasAttribute(data, key) && mustBeThere(known, key, span)) {
                found.add(missing(data.getName(), key));
            }
        }
        return found;
    }

    private List<Violation> checkAttribute(RecordedSpan span, KnownSpan known, AttributeKey<?> key, Object value) {
        String name = key.getKey();
        String spanName = span.data().getName();
        List<AttributeSpec> definitions = definitions(known, name);
        if (definitions.isEmpty() || !(known.keys().contains(name) || contracts.handsDown(name))) {
            return List.of(new Violation(
                    Rule.UNKNOWN_ATTRIBUTE,
                    name,
                    spanName,
                    "the contract lists no such attribute for this span." + Suggestion.instead(name, known.keys())));
        }
        List<Violation> found = new ArrayList<>(values.check(definitions, key, value, spanName));
        if (!span.contentCaptured() && definitions.stream().allMatch(OwnSpanCheck::isContent)) {
            found.add(new Violation(
                    Rule.CONTENT_NOT_WITHHELD,
                    name,
                    spanName,
                    "it is content, and content capture is off; set it through the library, which withholds it."));
        }
        return found;
    }

    private static boolean hasAttribute(SpanData span, String key) {
        return span.getAttributes().asMap().keySet().stream()
                .anyMatch(present -> present.getKey().equals(key));
    }

    private static boolean isContent(AttributeSpec attribute) {
        return attribute.sensitivity().equals("content");
    }

    /** The module's own definition; of what was handed down from another module's span, that module's. */
    private List<AttributeSpec> definitions(KnownSpan known, String key) {
        AttributeSpec own = known.attributes().get(key);
        return own == null ? contracts.attributesOf(key) : List.of(own);
    }

    /** Content that is switched off counts as present, and a method that failed need not have a result to read. */
    private static boolean mustBeThere(KnownSpan known, String key, RecordedSpan span) {
        AttributeSpec attribute = known.attributes().get(key);
        boolean withheld = attribute != null && isContent(attribute) && !span.contentCaptured();
        boolean neverReturned =
                span.data().getStatus().getStatusCode() == StatusCode.ERROR && known.takenFromResult(key);
        return !withheld && !neverReturned;
    }

    private Violation missing(String spanName, String key) {
        return new Violation(
                Rule.MISSING_REQUIRED,
                key,
                spanName,
                contracts.handsDown(key)
                        ? "it is required, and neither this span's method nor a span above it set it."
                        : "it is required, and the method gave no value (was it null?).");
    }
}
