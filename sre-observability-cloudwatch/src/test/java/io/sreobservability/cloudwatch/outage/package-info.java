/** Rehearsals of what goes wrong on the way to a receiver; short in each build, long by {@code -Prehearsals}. */
@NullMarked
package io.sreobservability.cloudwatch.outage;

import org.jspecify.annotations.NullMarked;
