package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import io.sreobservability.sreagent.memory.StoredMemory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sre-agent memory list}: memories as a table or as JSON, the newest of each strategy first. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists memories, the newest of each strategy first. A folder without a store gets a new one.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:printed",
            " 2:wrong usage: an option, a user name that is none",
            " 3:the environment: a memory that cannot be used, or a wrong setting of it"
        })
final class MemoryListCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private MemoryFolder folder = new MemoryFolder();

    @Option(names = "--user", paramLabel = "NAME", description = "Only this user's (default: all users').")
    private @Nullable String user;

    @Option(
            names = "--strategy",
            paramLabel = "user_preferences|infrastructure|investigations",
            description = "Only memories of this kind (default: all kinds).")
    private @Nullable MemoryStrategy strategy;

    @Option(names = "--json", description = "Print a JSON array instead of a table.")
    private boolean json;

    MemoryListCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LogOutput.configure(environment, false);
        PrintWriter out =
                requireNonNull(spec, "picocli injects the spec").commandLine().getOut();
        MemoryListing listing = new MemoryListing(listed(folder.resolve(environment)));
        out.print(json ? listing.json() : listing.table());
        out.flush();
        return 0;
    }

    private List<MemoryListing.Entry> listed(Path place) {
        List<MemoryListing.Entry> entries = new ArrayList<>();
        try (MemoryStore store = MemoryStores.open(environment, place)) {
            for (MemoryStrategy kind : strategy == null ? MemoryStrategy.values() : new MemoryStrategy[] {strategy}) {
                for (StoredMemory memory : store.list(path(kind))) {
                    entries.add(new MemoryListing.Entry(kind, memory));
                }
            }
        } catch (MemoryUnavailableException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
        return entries;
    }

    private String path(MemoryStrategy kind) {
        try {
            return user == null ? kind.root() : kind.namespace(user).path();
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.USAGE, "--user: " + e.getMessage());
        }
    }
}
