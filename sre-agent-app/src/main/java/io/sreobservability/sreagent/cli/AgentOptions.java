package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.model.provider.ModelSettings;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command that investigates has: which model, how fast, where its memory is, how talkative. */
final class AgentOptions {
    /** Whether the offline model takes its time. */
    enum Thinking {
        NONE,
        REQUIREMENTS
    }

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--think-time",
            paramLabel = "none|requirements",
            description = "Simulated thinking of the offline model (default: ${DEFAULT-VALUE}).",
            defaultValue = "none")
    private Thinking thinkTime = Thinking.NONE;

    @Mixin
    private MemoryFolder memory = new MemoryFolder();

    @Option(
            names = "--debug",
            description =
                    "Print the agent's log lines of all levels to standard error: every tool call with its arguments and its"
                            + " answer, too. What this adds is not sent anywhere.")
    private boolean debug;

    /**
     * Puts the agent together for somebody who reads along; log lines are kept from the console unless asked for.
     *
     * @throws CliException if a setting is wrong or missing
     */
    Assembly assemble(Map<String, String> environment) {
        LogOutput.configure(environment, debug);
        return assembly(environment);
    }

    /**
     * The same for a server, whose log lines are printed.
     *
     * @throws CliException if a setting is wrong or missing
     */
    Assembly assembleServer(Map<String, String> environment) {
        LogOutput.configureServer(environment, debug);
        return assembly(environment);
    }

    private Assembly assembly(Map<String, String> environment) {
        ModelSettings settings = model.settings(environment);
        ThinkTime thinking = thinkTime == Thinking.REQUIREMENTS ? ThinkTime.requirements() : ThinkTime.none();
        return Assembly.from(environment, memory.resolve(environment), settings, thinking);
    }
}
