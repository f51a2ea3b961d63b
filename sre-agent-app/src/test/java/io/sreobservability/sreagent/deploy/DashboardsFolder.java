package io.sreobservability.sreagent.deploy;

import java.nio.file.Path;

/** The delivered files, as the tests of this module see them. */
final class DashboardsFolder {
    static final Path DASHBOARD = Path.of("..", "dashboards", "cloudwatch-dashboard.json");
    static final Path QUERIES = Path.of("..", "dashboards", "insights-queries.json");

    private DashboardsFolder() {}
}
