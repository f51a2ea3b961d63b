package io.sreobservability.testing.contract;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.registry.contract.AttributeSpec;
import io.sreobservability.registry.contract.ExternalSpanSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares a span that woven code did not make with the library spans of the registries. A span whose name and kind fit none
 * of them is nobody's business. Of one that fits, the attributes that the registries know must have their type and values;
 * others are the library's own, which the tested project cannot change.
 */
final class LibrarySpanCheck {
    private final Contracts contracts;
    private final AttributeValues values;

    LibrarySpanCheck(Contracts contracts) {
        this.contracts = contracts;
        this.values = new AttributeValues(contracts);
    }

    List<Violation> check(SpanData span) {
        List<Violation> found = new ArrayList<>();
        if (contracts.librarySpans().stream().anyMatch(known -> isSpanOf(known, span))) {
            span.getAttributes().forEach((key, value) -> {
                List<AttributeSpec> definitions = contracts.attributesOf(key.getKey());
                if (!definitions.isEmpty()) {
                    found.addAll(values.check(definitions, key, value, span.getName()));
                }
            });
        }
        return found;
    }

    private static boolean isSpanOf(ExternalSpanSpec known, SpanData span) {
        return known.kind().equals(span.getKind().name().toLowerCase(Locale.ROOT))
                && SpanNameForms.fits(known, span.getName());
    }
}
