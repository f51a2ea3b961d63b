/**
 * Saved Logs Insights queries ({@code PutQueryDefinition}, {@code DescribeQueryDefinitions}) and the places logs are
 * written to ({@code CreateLogGroup}, {@code CreateLogStream}), by the Amazon CloudWatch Logs API Reference.
 *
 * <p>Uses {@code wire.aws} and the stores of query definitions and log groups.
 */
@NullMarked
package io.sreobservability.local.wire.aws.logs;

import org.jspecify.annotations.NullMarked;
