/**
 * Saved Logs Insights queries: {@code PutQueryDefinition} and {@code DescribeQueryDefinitions} (Amazon CloudWatch Logs
 * API Reference).
 *
 * <p>Uses {@code wire.aws} and the store of query definitions.
 */
@NullMarked
package io.sreobservability.local.wire.aws.logs;

import org.jspecify.annotations.NullMarked;
