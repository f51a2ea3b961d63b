package io.sreobservability.aspects.naming;

import java.util.List;

/**
 * What a span point's templates become for one set of placeholder values.
 *
 * @param spanName the span's name
 * @param componentName the component's name, for the error metric
 * @param derived the values of the derived attributes, in the point's order
 * @param normalised whether a value had to be changed to fit the grammar or a closed set of words
 */
public record SpanNames(String spanName, String componentName, List<String> derived, boolean normalised) {
    /** Copies the list. */
    public SpanNames {
        derived = List.copyOf(derived);
    }
}
