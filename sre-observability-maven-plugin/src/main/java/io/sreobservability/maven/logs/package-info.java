/**
 * The query language of CloudWatch Logs Insights, as far as it names things: a parser, and the fields and comparisons that a
 * query depends on once its own names are resolved. Knows no contract; used by the checks.
 */
@NullMarked
package io.sreobservability.maven.logs;

import org.jspecify.annotations.NullMarked;
