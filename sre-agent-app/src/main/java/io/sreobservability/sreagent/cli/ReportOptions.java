package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.report.ReportFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The option that says where reports are saved, for every command that saves some. */
final class ReportOptions {
    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Where reports are saved (default: ${DEFAULT-VALUE}).",
            defaultValue = "reports")
    private Path folder = Path.of("reports");

    /**
     * Saves a report and returns where it is.
     *
     * @throws CliException if it cannot be written
     */
    Path save(Investigation investigation, String report) {
        try {
            return ReportFile.save(folder, investigation.query(), investigation.userId(), Instant.now(), report);
        } catch (IOException e) {
            throw new CliException(
                    CliException.ENVIRONMENT,
                    "the report cannot be saved in " + folder + ": choose another --output-dir, or --no-save");
        }
    }
}
