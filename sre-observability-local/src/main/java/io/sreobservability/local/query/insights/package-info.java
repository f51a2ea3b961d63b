/**
 * CloudWatch Logs Insights over what the stand-in holds: {@link io.sreobservability.local.query.insights.LogsInsights#run}
 * answers a query over log groups, and {@link io.sreobservability.local.query.insights.LogGroups} says which there are.
 *
 * <p>Spans are in the log group {@code aws/spans}, in the shape in which CloudWatch has them there; log records are in
 * the group that they were sent to. What is not supported is refused with its name and place, never answered as if it were nothing:
 * {@code docs/stand-in.md} has the list.
 *
 * <p>Text becomes commands in {@code syntax} (by the generated {@code grammar}); commands work on tables
 * ({@code command}) with values and functions ({@code expression}). Whoever asks needs only this package and
 * {@code syntax.MalformedQueryException}.
 */
@NullMarked
package io.sreobservability.local.query.insights;

import org.jspecify.annotations.NullMarked;
