/**
 * The stand-in for CloudWatch and X-Ray: a server on the loopback interface that takes the same requests, in the same
 * wire formats, as the real services, and lets what it took be looked at.
 *
 * <p>This package only puts the parts together: {@link io.sreobservability.local.StandIn} is the program,
 * {@link io.sreobservability.local.StandInServer} the same for tests. Arrows between the parts point one way:
 * {@code wire} and {@code console} use {@code query} and {@code store}, {@code query} uses {@code store}.
 */
@NullMarked
package io.sreobservability.local;

import org.jspecify.annotations.NullMarked;
