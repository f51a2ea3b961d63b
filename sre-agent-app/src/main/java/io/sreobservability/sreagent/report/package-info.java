/**
 * The investigation as a document: Markdown text, and the file it is saved in. Used by {@code cli}; reads {@code agent}'s
 * results.
 */
@NullMarked
package io.sreobservability.sreagent.report;

import org.jspecify.annotations.NullMarked;
