/**
 * One generator per output: bindings, aspects, the contract, the reference page, and the constants of the standard. They
 * trust their input and report nothing; equal input gives equal bytes.
 */
@NullMarked
package io.sreobservability.processor.generate;

import org.jspecify.annotations.NullMarked;
