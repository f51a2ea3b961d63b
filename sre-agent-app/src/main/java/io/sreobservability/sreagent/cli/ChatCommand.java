package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.sreobservability.cloudwatch.SreTelemetry;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sre-agent chat}: one investigation after the other, in one session. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Investigates what you type, one question after the other, in one session. Works through a pipe too: one line, "
                    + "one question.",
            "",
            "A question may lean on the one before: \"and the database?\". Of what came before that, the agent knows what it "
                    + "remembers (sre-agent memory list).",
            "",
            "A plan that changes something in production is carried out only after you say yes; anything but yes and no is "
                    + "taken as the next question. /help lists what else can be typed. Ctrl-C ends the question that is being "
                    + "worked on; at the prompt it ends the chat."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:ended by /exit or the end of the input, whatever became of the questions",
            " 2:wrong usage: an option, a user name that is none",
            " 3:the environment: no access token, a wrong setting of the model or of telemetry, no stand-in",
            "130:ended by Ctrl-C at the prompt"
        })
final class ChatCommand implements Callable<Integer> {
    private static final int CTRL_C = 130;

    private final Map<String, String> environment;
    private final InputStream in;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private AgentOptions agent = new AgentOptions();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    ChatCommand(Map<String, String> environment, InputStream in) {
        this.environment = environment;
        this.in = in;
    }

    @Override
    public Integer call() {
        PrintWriter out =
                requireNonNull(spec, "picocli injects the spec").commandLine().getOut();
        AgentTelemetry sending = AgentTelemetry.from(environment);
        try (Assembly assembly = agent.assemble(environment)) {
            Asker asker = asking.asker("interactive", environment);
            asker.check();
            sending.prepare(assembly);
            try (SreTelemetry telemetry = sending.start()) {
                Chat chat = new Chat(
                        asker, assembly, telemetry.openTelemetry(), reports, new ConsoleInput(in), out, style());
                return converse(chat);
            }
        }
    }

    private ConsoleStyle style() {
        return ConsoleStyle.detect(environment);
    }

    private static int converse(Chat chat) {
        try (OnSignal ctrlC = OnSignal.run(OnSignal.INTERRUPT, () -> interrupted(chat))) {
            // Named, so that the compiler sees it used: closing it gives Ctrl-C its usual meaning back.
            assert ctrlC != null;
            chat.run();
            return 0;
        }
    }

    private static void interrupted(Chat chat) {
        if (!chat.cancelTurn()) {
            // As Ctrl-C usually does. What is left of telemetry is sent at the exit.
            System.exit(CTRL_C);
        }
    }
}
