/**
 * Dashboards: {@code PutDashboard} with the rules of the dashboard body, {@code GetDashboard}, {@code ListDashboards},
 * {@code DeleteDashboards} (Amazon CloudWatch API Reference, "Dashboard Body Structure and Syntax").
 *
 * <p>Uses {@code wire.aws} and the dashboard store.
 */
@NullMarked
package io.sreobservability.local.wire.aws.dashboard;

import org.jspecify.annotations.NullMarked;
