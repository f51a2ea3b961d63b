package io.sreobservability.sreagent.tool;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/**
 * Why nobody could be connected to.
 *
 * @param code of {@link ToolFailure}
 * @param whatHappened to be read after the address
 */
public record Unreachable(String code, String whatHappened) {
    /** What the JDK's HTTP client means by it: it has one exception for both. */
    public static Unreachable of(ConnectException failure) {
        boolean noAddress = failure.getCause() instanceof UnresolvedAddressException
                || failure.getCause() instanceof UnknownHostException;
        return noAddress
                ? new Unreachable(ToolFailure.UNKNOWN_HOST, "can't be reached: the host has no address")
                : new Unreachable(ToolFailure.CONNECTION_REFUSED, "can't be reached: the connection was refused");
    }
}
