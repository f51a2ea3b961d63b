package io.sreobservability.sreagent.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Where log lines go, beyond what {@code logback.xml} says. */
final class LogOutput {
    private static final String FILE_VARIABLE = "SRE_AGENT_LOG_FILE";
    private static final String CONSOLE = "CONSOLE";
    private static final String AGENT = "io.sreobservability.sreagent";

    /** All that is ours: of others' libraries nobody has asked for the details. */
    private static final String OURS = "io.sreobservability";

    private LogOutput() {}

    /**
     * The interactive commands speak through their output, so log lines are printed only on demand; they are still sent
     * as telemetry, and written as JSON lines to the file that {@code SRE_AGENT_LOG_FILE} names. What {@code debug} adds is
     * never sent: it tells calls with all their content.
     */
    static void configure(Map<String, String> environment, boolean debug) {
        configure(environment, debug, false);
    }

    /** The same for a server, whose log lines are all that it prints. */
    static void configureServer(Map<String, String> environment, boolean debug) {
        configure(environment, debug, true);
    }

    private static void configure(Map<String, String> environment, boolean debug, boolean console) {
        // Another SLF4J binding may be in charge when the agent is embedded; then it decides.
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            if (debug) {
                context.getLogger(OURS).setLevel(Level.DEBUG);
            } else if (!console) {
                root.detachAppender(CONSOLE);
            }
            String file = environment.getOrDefault(FILE_VARIABLE, "");
            if (!file.isEmpty()) {
                root.addAppender(jsonLines(context, file));
            }
        }
    }

    private static Appender<ILoggingEvent> jsonLines(LoggerContext context, String file) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setName("JSON");
        appender.setFile(file);
        appender.setEncoder(encoder);
        appender.start();
        if (!appender.isStarted()) {
            throw new CliException(
                    CliException.ENVIRONMENT, "the log file " + FILE_VARIABLE + "=" + file + " cannot be written");
        }
        return appender;
    }

    /** Runs {@code action} without a log line of the agent's: for work that is nobody's investigation. */
    static void quietly(Runnable action) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger agent = context.getLogger(AGENT);
            Level before = agent.getLevel();
            agent.setLevel(Level.OFF);
            try {
                action.run();
            } finally {
                agent.setLevel(before);
            }
        } else {
            action.run();
        }
    }

    /** Sends log records to the SDK as well, each with the span it was written in. */
    static void sendTo(OpenTelemetry openTelemetry) {
        OpenTelemetryAppender.install(openTelemetry);
    }
}
