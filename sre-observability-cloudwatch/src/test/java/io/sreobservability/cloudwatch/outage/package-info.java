/** Rehearsals of what goes wrong on the way to a receiver; short here, long by {@code -Dsre.delivery.long=true}. */
@NullMarked
package io.sreobservability.cloudwatch.outage;

import org.jspecify.annotations.NullMarked;
