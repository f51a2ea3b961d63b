package io.sreobservability.sreagent.e2e;

import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInException;
import io.sreobservability.local.StandInServer;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stand-in, the four backends and their gateway in processes of their own, and a way to run investigations against them. */
final class DemoSystem implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+)");

    private final Path folder;
    private final StandInServer standIn;
    private final Map<ToolDomain, AgentProcess> backends = new EnumMap<>(ToolDomain.class);
    private @Nullable AgentProcess gateway;
    private final Map<String, String> environment = new HashMap<>();

    private DemoSystem(Path folder, StandInServer standIn) {
        this.folder = folder;
        this.standIn = standIn;
        environment.put("SRE_AGENT_API_KEY", "a-key-for-this-test");
        environment.put("GATEWAY_ACCESS_TOKEN", "a-token-for-this-test");
        environment.put("SRE_OBSERVABILITY_MODE", "local");
        environment.put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", standIn.url());
        environment.put("SRE_OBSERVABILITY_CAPTURE_CONTENT", "true");
        environment.put("NO_COLOR", "1");
        environment.put("SRE_AGENT_MEMORY_DIR", folder.resolve("memory").toString());
    }

    /**
     * Starts everything on ephemeral ports.
     *
     * @param folder for the processes' output and reports
     * @param backendOptions further options of single backends
     */
    static DemoSystem start(Path folder, Map<ToolDomain, List<String>> backendOptions) throws StandInException {
        DemoSystem system = new DemoSystem(folder, StandInServer.start(StandInConfig.ephemeral()));
        try {
            system.startServers(backendOptions);
        } catch (RuntimeException | Error late) {
            system.close();
            throw late;
        }
        return system;
    }

    private void startServers(Map<ToolDomain, List<String>> backendOptions) {
        for (ToolDomain domain : ToolDomain.values()) {
            List<String> arguments = new ArrayList<>(List.of("backend", name(domain), "--port", "0"));
            arguments.addAll(backendOptions.getOrDefault(domain, List.of()));
            backends.put(domain, AgentProcess.start(folder, environment, arguments.toArray(String[]::new)));
        }
        backends.forEach((domain, process) -> environment.put(
                "SRE_AGENT_" + domain.name() + "_URL",
                address(process.awaitOutput("listens on").output())));
        gateway = AgentProcess.start(folder, environment, "gateway", "--port", "0");
        environment.put(
                "SRE_AGENT_GATEWAY_URL",
                address(gateway.awaitOutput("listens on").output()));
    }

    /** Runs {@code sre-agent investigate} to its end. */
    Run investigate(String prompt, String user, String... options) {
        List<String> arguments = new ArrayList<>(List.of("investigate", "--prompt", prompt, "--user", user));
        arguments.addAll(List.of("--output-dir", folder.toString()));
        arguments.addAll(List.of(options));
        try (AgentProcess process = AgentProcess.start(folder, environment, arguments.toArray(String[]::new))) {
            return new Run(process.exitCode(), process.output());
        }
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
        backends.values().forEach(AgentProcess::close);
        standIn.close();
    }

    private static String name(ToolDomain domain) {
        return domain.name().toLowerCase(Locale.ROOT);
    }

    private static String address(String output) {
        Matcher matcher = ADDRESS.matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("no address in: " + output);
        }
        return matcher.group(1);
    }

    /** How an investigation ended and what it printed. */
    record Run(int exitCode, String output) {}
}
