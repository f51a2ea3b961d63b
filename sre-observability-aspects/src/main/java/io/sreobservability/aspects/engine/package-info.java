/**
 * Turns the enter and exit of annotated methods into spans and metrics.
 *
 * <p>Generated bindings call {@link io.sreobservability.aspects.engine.SpanEngine} and {@link
 * io.sreobservability.aspects.engine.SpanFrame} with the {@link io.sreobservability.aspects.engine.SpanPoint} of the
 * method; applications use {@code SreObservability} and {@code Spans} instead, which come in by {@link
 * io.sreobservability.aspects.engine.EngineState}, {@link io.sreobservability.aspects.engine.HeldSpans} and {@link
 * io.sreobservability.aspects.engine.MeasuredWork}. Nothing public here ever throws into the method it watches. Uses every
 * other package but {@code weaving} and {@code standard.span}.
 */
@NullMarked
package io.sreobservability.aspects.engine;

import org.jspecify.annotations.NullMarked;
