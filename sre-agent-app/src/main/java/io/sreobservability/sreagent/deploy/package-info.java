/**
 * Puts the dashboard and the saved queries into CloudWatch, or into the local stand-in through the same AWS SDK clients.
 *
 * <p>The command line reads files and prints; {@link io.sreobservability.sreagent.deploy.DashboardDeployer} makes the calls.
 * The package uses no other package of the assistant.
 */
@NullMarked
package io.sreobservability.sreagent.deploy;

import org.jspecify.annotations.NullMarked;
