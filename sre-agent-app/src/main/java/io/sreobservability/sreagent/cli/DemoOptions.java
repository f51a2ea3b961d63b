package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.demo.DemoFolder;
import io.sreobservability.sreagent.demo.Question;
import io.sreobservability.sreagent.demo.Scenario;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What is played in the demo, and how. */
final class DemoOptions {

    @Parameters(
            arity = "0..1",
            paramLabel = "1|2|3|all",
            converter = ScenarioConverter.class,
            description = "What to play (default: all; with --prompt or --user: 1).")
    private @Nullable Chosen chosen;

    @Option(names = "--prompt", paramLabel = "TEXT", description = "Ask this instead of the scenario's question.")
    private @Nullable String prompt;

    @Option(names = "--user", paramLabel = "NAME", description = "Who asks instead of the scenario's users.")
    private @Nullable String user;

    @Option(
            names = "--think-time",
            paramLabel = "none|requirements",
            defaultValue = "requirements",
            description = "Simulated thinking of the offline model (default: ${DEFAULT-VALUE}).")
    private AgentOptions.Thinking thinkTime = AgentOptions.Thinking.REQUIREMENTS;

    @Option(
            names = "--slow",
            paramLabel = "BACKEND=TIME",
            converter = SlowConverter.class,
            description = "Delay every answer of one backend, for example kubernetes=4s.")
    private @Nullable Slow slow;

    @Option(
            names = "--stand-in",
            paramLabel = "URL",
            description = "The local stand-in (default: $" + StandInAddress.VARIABLE + ", or http://127.0.0.1:4318).")
    private @Nullable URI standIn;

    @Option(names = "--free-ports", description = "Take any free ports instead of 8011 to 8015.")
    private boolean freePorts;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            defaultValue = ".demo",
            description = "Where reports, logs and memories are kept (default: ${DEFAULT-VALUE}).")
    private Path outputDir = Path.of(".demo");

    /** The scenarios of one word on the command line. */
    private record Chosen(List<Scenario> scenarios) {}

    /** One backend that answers late. */
    private record Slow(ToolDomain backend, String by) {}

    List<Scenario> scenarios() {
        if (chosen != null) {
            return chosen.scenarios();
        }
        return prompt == null && user == null ? List.of(Scenario.values()) : List.of(Scenario.CROSS_DOMAIN);
    }

    Question question(Scenario scenario) {
        return Question.of(scenario, prompt, user);
    }

    /** The options of {@code investigate} for one question. */
    List<String> investigation(String question, String who, String session, Path memory) {
        return List.of(
                "--prompt",
                question,
                "--user",
                who,
                "--session",
                session,
                "--think-time",
                thinkTime.name(),
                "--output-dir",
                folder().reports().toString(),
                "--memory-dir",
                memory.toString());
    }

    Map<ToolDomain, String> latencies() {
        return slow == null ? Map.of() : Map.of(slow.backend(), slow.by());
    }

    URI standIn(Map<String, String> environment) {
        return StandInAddress.of(standIn, environment);
    }

    boolean freePorts() {
        return freePorts;
    }

    DemoFolder folder() {
        return new DemoFolder(outputDir);
    }

    private static final class ScenarioConverter implements ITypeConverter<Chosen> {
        @Override
        public Chosen convert(String value) {
            return new Chosen(
                    value.equalsIgnoreCase("all")
                            ? List.of(Scenario.values())
                            : List.of(Scenario.ofNumber(value)
                                    .orElseThrow(() -> new TypeConversionException(
                                            "there is no scenario '" + value + "'; choose 1, 2, 3 or all"))));
        }
    }

    private static final class SlowConverter implements ITypeConverter<Slow> {
        private static final Pattern FORM = Pattern.compile("([a-z]+)=([0-9]{1,6}(?:ms|s))");

        @Override
        public Slow convert(String value) {
            Matcher form = FORM.matcher(value);
            if (!form.matches() || ToolDomain.ofId(form.group(1)).isEmpty()) {
                throw new TypeConversionException(
                        "'" + value + "' is not like kubernetes=4s or logs=250ms, with one of " + ToolDomain.ids());
            }
            return new Slow(ToolDomain.ofId(form.group(1)).orElseThrow(), form.group(2));
        }
    }
}
