/**
 * Texts whose parts know where they stand: JSON documents with line, column and path of every value, and the places inside
 * the queries that such a document quotes. Depends on nothing of this plugin; used by the parsers and the checks.
 */
@NullMarked
package io.sreobservability.maven.source;

import org.jspecify.annotations.NullMarked;
