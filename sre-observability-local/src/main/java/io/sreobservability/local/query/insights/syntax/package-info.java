/**
 * From the text of a Logs Insights query to its commands, or to an error that says where the text is wrong.
 *
 * <p>Uses the generated {@code query.insights.grammar}; only {@code query.insights} uses this package.
 */
@NullMarked
package io.sreobservability.local.query.insights.syntax;

import org.jspecify.annotations.NullMarked;
