package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeTraits;
import io.sreobservability.registry.model.AttributeTraits.Cardinality;
import io.sreobservability.registry.model.AttributeTraits.Sensitivity;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an attribute's values may be seen besides the attribute itself. Names and dimensions leave the process whether
 * content is captured or not, and are never redacted; and each further value of them costs a row or a series.
 */
final class Exposure {
    private Exposure() {}

    /** What forbids these values in a span name, such as "cardinality is high"; empty if nothing does. */
    static Optional<String> objectionInNames(AttributeTraits traits) {
        return highCardinality(traits).or(() -> atLeast(Sensitivity.IDENTIFIER, traits));
    }

    /**
     * What forbids these values in a dimension; empty if nothing does.
     *
     * @param ofStandard whether the metric is the standard's: it has a dimension for users, which the run time caps
     */
    static Optional<String> objectionInDimensions(AttributeTraits traits, boolean ofStandard) {
        return ofStandard ? atLeast(Sensitivity.CONTENT, traits) : objectionInNames(traits);
    }

    private static Optional<String> highCardinality(AttributeTraits traits) {
        return traits.cardinality() == Cardinality.HIGH ? Optional.of("cardinality is high") : Optional.empty();
    }

    private static Optional<String> atLeast(Sensitivity limit, AttributeTraits traits) {
        return traits.sensitivity().compareTo(limit) >= 0
                ? Optional.of("sensitivity is " + traits.sensitivity().name().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
