/**
 * What may leave the process, and how much of it: the switch, cutting, and JSON of bounded size.
 *
 * <p>Functions on text and values. Generated code writes JSON into a {@link
 * io.sreobservability.aspects.content.JsonSink} that its frame gives it. Uses the attribute, naming and redaction packages;
 * the engine uses it.
 */
@NullMarked
package io.sreobservability.aspects.content;

import org.jspecify.annotations.NullMarked;
