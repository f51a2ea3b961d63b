/**
 * The annotation processor. {@link io.sreobservability.processor.SpanProcessor} reads annotated methods ({@code model}),
 * checks them against the registry ({@code validate}), which yields plans ({@code plan}), and writes what runs
 * ({@code generate}). Compile time only: nothing in here is on a consumer's class path.
 */
@NullMarked
package io.sreobservability.processor;

import org.jspecify.annotations.NullMarked;
