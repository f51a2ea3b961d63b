package io.sreobservability.local;

import io.sreobservability.local.store.StoreLimits;
import io.sreobservability.local.wire.aws.sigv4.AccessRules;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where the stand-in listens, how much it keeps, and by which clock it works.
 *
 * @param host an address or name of the loopback interface
 * @param port 0 for any free one
 * @param limits how much it holds
 * @param clock gives data without a timestamp their time, and judges the timestamps of others
 * @param access who may send; strict rules also demand what AWS demands of traces and logs
 * @param transactionSearch whether this "account" takes traces by OTLP; strict rules only
 * @param daemonPort where it takes spans as the X-Ray daemon does, 0 for any free port; null for nowhere
 */
public record StandInConfig(
        String host,
        int port,
        StoreLimits limits,
        Clock clock,
        AccessRules access,
        boolean transactionSearch,
        @Nullable Integer daemonPort) {
    /** The port of OTLP over HTTP, where exporters send to if nobody tells them otherwise. */
    public static final int DEFAULT_PORT = 4318;

    public static final String DEFAULT_HOST = "127.0.0.1";

    /** Any free port of 127.0.0.1, default limits, the system's clock: right for tests. */
    public static StandInConfig ephemeral() {
        return new StandInConfig(
                DEFAULT_HOST, 0, StoreLimits.DEFAULT, Clock.systemUTC(), AccessRules.open(), true, null);
    }

    public StandInConfig withHost(String newHost) {
        return new StandInConfig(newHost, port, limits, clock, access, transactionSearch, daemonPort);
    }

    public StandInConfig withPort(int newPort) {
        return new StandInConfig(host, newPort, limits, clock, access, transactionSearch, daemonPort);
    }

    public StandInConfig withLimits(StoreLimits newLimits) {
        return new StandInConfig(host, port, newLimits, clock, access, transactionSearch, daemonPort);
    }

    public StandInConfig withClock(Clock newClock) {
        return new StandInConfig(host, port, limits, newClock, access, transactionSearch, daemonPort);
    }

    public StandInConfig withAccess(AccessRules newAccess) {
        return new StandInConfig(host, port, limits, clock, newAccess, transactionSearch, daemonPort);
    }

    /** An account where nobody has switched Transaction Search on. */
    public StandInConfig withoutTransactionSearch() {
        return new StandInConfig(host, port, limits, clock, access, false, daemonPort);
    }

    /** With the X-Ray daemon's port beside its own; 0 for any free one. */
    public StandInConfig withDaemonPort(int newDaemonPort) {
        return new StandInConfig(host, port, limits, clock, access, transactionSearch, newDaemonPort);
    }
}
