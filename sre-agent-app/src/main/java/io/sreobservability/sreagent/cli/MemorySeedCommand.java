package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.UserPreference;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sre-agent memory seed}: gives a memory of AgentCore what a local one begins with. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the preferences that come with the application to AgentCore Memory (SRE_AGENT_MEMORY=agentcore).",
            "A new local memory has them already."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:written", " 3:the environment: a local memory, one that cannot be used, or a wrong setting"
        })
final class MemorySeedCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    MemorySeedCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LogOutput.configure(environment, false);
        PrintWriter out =
                requireNonNull(spec, "picocli injects the spec").commandLine().getOut();
        Seed seed = Seed.standard();
        try (MemoryStore store = MemoryStores.agentCore(environment)) {
            for (String user : seed.users()) {
                List<UserPreference> preferences = seed.preferencesOf(user);
                store.store(MemoryStrategy.USER_PREFERENCES.namespace(user), preferences);
                out.println("Written: " + preferences.size() + " preferences of " + user);
            }
        } catch (MemoryUnavailableException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
        out.flush();
        return 0;
    }
}
