package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SreAgentTest {

    @Test
    void anInternalErrorIsOneLineWithItsStackTraceInTheLog() {
        StringWriter err = new StringWriter();
        CommandLine line =
                SreAgent.commandLine(Map.of()).addSubcommand(new Broken()).setErr(new PrintWriter(err, true));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(SreAgent.class);
        logger.addAppender(log);
        try {
            assertThat(line.execute("broken")).isEqualTo(1);
        } finally {
            logger.detachAppender(log);
        }

        assertThat(err.toString().lines())
                .containsExactly("sre-agent: internal error: java.lang.IllegalStateException: a bug");
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getThrowableProxy()
                                .getStackTraceElementProxyArray()[0]
                                .getStackTraceElement()
                                .getClassName())
                        .isEqualTo(Broken.class.getName()));
    }

    @Test
    void theGraphIsExportedToStandardOutputOrAFile(@TempDir Path folder) {
        StringWriter out = new StringWriter();
        Path file = folder.resolve("graph.mmd");
        CommandLine line = SreAgent.commandLine(Map.of()).setOut(new PrintWriter(out, true));

        assertThat(line.execute("graph", "export")).isZero();
        assertThat(out.toString()).contains("flowchart TD", "supervisor", "approved", "aggregate");
        assertThat(line.execute("graph", "export", "--output", file.toString())).isZero();
        assertThat(file).hasContent(out.toString());
    }

    @Test
    void everyCommandTellsItsExitCodes() {
        CommandLine agent = SreAgent.commandLine(Map.of());

        assertThat(leaves(agent))
                .hasSizeGreaterThan(8)
                .allSatisfy(command -> assertThat(command.getUsageMessage())
                        .as(command.getCommandName())
                        .contains("Exit codes:"));
    }

    private static List<CommandLine> leaves(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? List.of(command)
                : command.getSubcommands().values().stream()
                        .flatMap(sub -> leaves(sub).stream())
                        .toList();
    }

    @Command(name = "broken")
    static final class Broken implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("a bug");
        }
    }
}
