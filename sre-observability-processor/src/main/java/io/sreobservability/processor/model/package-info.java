/**
 * What is written on a method: its annotations as read from the source, unjudged, each part with its place. {@link
 * io.sreobservability.processor.model.ClassReader} makes it; the validators judge it.
 */
@NullMarked
package io.sreobservability.processor.model;

import org.jspecify.annotations.NullMarked;
