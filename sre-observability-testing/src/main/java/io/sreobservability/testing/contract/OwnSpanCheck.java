package io.sreobservability.testing.contract;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.testing.recording.RecordedSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Compares one span of woven code with the contracts. */
final class OwnSpanCheck {
    private static final String ERROR_TYPE = "error.type";

    /** What OpenTelemetry's {@code recordException} writes, and the library only where content is captured. */
    private static final List<String> CONTENT_OF_EXCEPTIONS = List.of("exception.message", "exception.stacktrace");

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
        checkKind(data, known, found);
        data.getAttributes().forEach((key, value) -> found.addAll(checkAttribute(span, known, key, value)));
        checkOutcome(span, known, found);
        for (String key : known.requiredKeys()) {
            if (!hasAttribute(data, key) && mustBeThere(known, key, span)) {
                found.add(missing(data.getName(), key));
            }
        }
        return found;
    }

    private static void checkKind(SpanData span, KnownSpan known, List<Violation> found) {
        String kind = span.getKind().name().toLowerCase(Locale.ROOT);
        if (!kind.equals(known.span().kind())) {
            found.add(new Violation(
                    Rule.WRONG_KIND,
                    span.getName(),
                    "",
                    "it is of kind `" + kind + "`, but the contract says `"
                            + known.span().kind() + "`."));
        }
    }

    /** Whoever counts errors asks for their type; and the message of an exception is content. */
    private static void checkOutcome(RecordedSpan span, KnownSpan known, List<Violation> found) {
        SpanData data = span.data();
        boolean failed = data.getStatus().getStatusCode() == StatusCode.ERROR;
        if (failed && known.keys().contains(ERROR_TYPE) && !hasAttribute(data, ERROR_TYPE)) {
            found.add(new Violation(
                    Rule.ERROR_WITHOUT_TYPE,
                    ERROR_TYPE,
                    data.getName(),
                    "the span failed, but does not say why; report failures through the library, which sets it."));
        }
        for (String key : CONTENT_OF_EXCEPTIONS) {
            if (!span.contentCaptured() && data.getEvents().stream().anyMatch(event -> holds(event, key))) {
                found.add(notWithheld(key, data.getName()));
            }
        }
    }

    private static boolean holds(EventData event, String key) {
        return event.getAttributes().get(AttributeKey.stringKey(key)) != null;
    }

    private static Violation notWithheld(String key, String spanName) {
        return new Violation(
                Rule.CONTENT_NOT_WITHHELD,
                key,
                spanName,
                "it is content, and content capture is off; set it through the library, which withholds it.");
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
            found.add(notWithheld(name, spanName));
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
