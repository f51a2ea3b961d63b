/**
 * Logs Insights queries, run ({@code StartQuery} and what belongs to it) and saved ({@code PutQueryDefinition} and so on),
 * and log groups, by the Amazon CloudWatch Logs API Reference.
 *
 * <p>Uses {@code wire.aws}, {@code query.insights} and the stores of query definitions and log groups.
 */
@NullMarked
package io.sreobservability.local.wire.aws.logs;

import org.jspecify.annotations.NullMarked;
