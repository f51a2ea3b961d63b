/**
 * The stand-in's HTTP plumbing over {@code jdk.httpserver}: who may call, which endpoint answers, how much may be sent.
 *
 * <p>Uses none of the other packages. Each endpoint reads and answers in a format of its own, errors included.
 */
@NullMarked
package io.sreobservability.local.wire.http;

import org.jspecify.annotations.NullMarked;
