/**
 * What the stand-in has received, in memory: immutable records and one bounded store per signal.
 *
 * <p>Every store has a limit, drops the oldest when it is reached and counts what it dropped. This package uses nothing
 * of the others; the wire writes into it, queries read from it.
 */
@NullMarked
package io.sreobservability.local.store;

import org.jspecify.annotations.NullMarked;
