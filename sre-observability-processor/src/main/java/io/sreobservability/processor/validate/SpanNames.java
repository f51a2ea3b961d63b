package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.model.Mark;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.name.SpanName;
import java.util.Optional;

/** Whether the span name follows the grammar and belongs to a family of the annotation. */
final class SpanNames {
    private final Registry registry;
    private final Findings findings;

    SpanNames(Registry registry, Findings findings) {
        this.registry = registry;
        this.findings = findings;
    }

    Optional<NamedSpan> check(Mark.Span span) {
        String text = span.name().text();
        if (text.length() > SpanName.MAX_LENGTH) {
            findings.add(Message.SPAN_NAME_TOO_LONG, span.place(), text.length(), SpanName.MAX_LENGTH);
            return Optional.empty();
        }
        Optional<SpanName> name = SpanName.parse(text);
        SpanNameSuggestions suggestions = new SpanNameSuggestions(registry.familiesOf(span.annotation()));
        if (name.isEmpty()) {
            findings.add(Message.SPAN_NAME_GRAMMAR, span.place(), suggestions.nearest(text), text);
            return Optional.empty();
        }
        Optional<SpanFamily> family = registry.familyOf(name.get());
        if (family.isEmpty()) {
            findings.add(
                    Message.SPAN_NAME_UNKNOWN,
                    span.place(),
                    suggestions.nearest(text),
                    text,
                    span.annotation(),
                    suggestions.expected());
            return Optional.empty();
        }
        if (!family.get().annotation().equals(span.annotation())) {
            findings.add(
                    Message.SPAN_ANNOTATION_WRONG,
                    span.place(),
                    text,
                    family.get().annotation(),
                    span.annotation());
        }
        return family.map(found ->
                new NamedSpan(found, name.get(), found.match(name.get()).orElseThrow()));
    }
}
