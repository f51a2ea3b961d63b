package io.sreobservability.processor.validate;

import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.name.SpanName;
import java.util.Map;

/**
 * A span name whose family is known.
 *
 * @param family the family
 * @param name the name
 * @param words the placeholders that the name fills
 */
record NamedSpan(SpanFamily family, SpanName name, Map<String, String> words) {}
