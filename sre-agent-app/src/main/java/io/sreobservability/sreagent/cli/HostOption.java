package io.sreobservability.sreagent.cli;

import picocli.CommandLine.Option;

/** Where a server listens, for every command that starts one. */
final class HostOption {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}; in a container 0.0.0.0).")
    private String host = "127.0.0.1";

    String address() {
        return host;
    }
}
