/**
 * The stand-in's HTTP plumbing over {@code jdk.httpserver}: who may call, which endpoint answers, how much may be sent.
 *
 * <p>{@code FrontDoor} lets a request in and makes it a {@code Conversation}; a {@code Service} has the endpoint answer, or
 * lets something go wrong. Each endpoint reads and answers in a format of its own, errors included. Uses none of the other
 * packages.
 */
@NullMarked
package io.sreobservability.local.wire.http;

import org.jspecify.annotations.NullMarked;
