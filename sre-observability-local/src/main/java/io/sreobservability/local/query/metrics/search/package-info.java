/** Search expressions: which metrics the text inside of {@code SEARCH('...')} means. */
@NullMarked
package io.sreobservability.local.query.metrics.search;

import org.jspecify.annotations.NullMarked;
