/**
 * The reference page: what one or many modules emit, as Markdown for people. Made from contracts alone. The processor
 * writes the page of a module with it, the build plugin the combined page of a build.
 */
@NullMarked
package io.sreobservability.registry.reference;

import org.jspecify.annotations.NullMarked;
