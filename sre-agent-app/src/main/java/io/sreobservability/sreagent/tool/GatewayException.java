package io.sreobservability.sreagent.tool;

import com.fasterxml.jackson.core.JacksonException;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpTransportException;
import io.sreobservability.sreagent.text.OneLine;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The gateway could not be asked; the message is to be read after its address. Tells apart what the SDK throws. */
final class GatewayException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern STATUS = Pattern.compile("(?i)status code: ?(\\d{3})\\b");
    private static final int MAX_REASON_LENGTH = 300;

    private final String code;
    private final boolean mayPass;

    GatewayException(String code, String whatHappened) {
        this(code, whatHappened, ToolFailure.mayPass(code));
    }

    private GatewayException(String code, String whatHappened, boolean mayPass) {
        super(whatHappened);
        this.code = code;
        this.mayPass = mayPass;
    }

    /** Of {@link ToolFailure}. */
    String code() {
        return code;
    }

    /** Whether the gateway may do better if it is asked again at once. */
    boolean mayPass() {
        return mayPass;
    }

    /** The same, where asking again at once is known to be no use. */
    GatewayException lasting() {
        return new GatewayException(code, String.valueOf(getMessage()), false);
    }

    /** The innermost cause that is known decides: the SDK wraps others around it. */
    static GatewayException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            GatewayException known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return new GatewayException(thrown.getClass().getSimpleName(), "could not be called");
    }

    private static @Nullable GatewayException known(Throwable cause) {
        if (cause instanceof InterruptedException) {
            return new GatewayException(ToolFailure.INTERRUPTED, "was broken off because the caller was interrupted");
        }
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return new GatewayException(ToolFailure.TIMEOUT, "did not answer in time");
        }
        if (cause instanceof ConnectException failure) {
            Unreachable reason = Unreachable.of(failure);
            return new GatewayException(reason.code(), reason.whatHappened());
        }
        if (cause instanceof McpHttpClientTransportAuthorizationException refused) {
            int status = refused.getResponseInfo().statusCode();
            return new GatewayException(ToolFailure.http(status), "refused the access token (status " + status + ")");
        }
        if (cause instanceof McpTransportException transport) {
            return ofTransport(transport);
        }
        if (cause instanceof McpError refused) {
            return new GatewayException(
                    ToolFailure.TOOL_ERROR, "refused the call: " + brief(String.valueOf(refused.getMessage())));
        }
        return cause instanceof IOException
                ? new GatewayException(ToolFailure.CONNECTION_FAILED, "can't be reached: the connection broke")
                : null;
    }

    /** The SDK has one exception for all that HTTP can answer; what it was is in the message alone. */
    private static @Nullable GatewayException ofTransport(McpTransportException transport) {
        String message = String.valueOf(transport.getMessage());
        Matcher status = STATUS.matcher(message);
        if (status.find()) {
            int code = Integer.parseInt(status.group(1));
            return new GatewayException(ToolFailure.http(code), "answered with status " + code);
        }
        if (message.contains("maximum allowed size")) {
            return new GatewayException(
                    ToolFailure.ANSWER_TOO_LARGE,
                    "answered with more than " + GatewaySession.MAX_RESPONSE_BYTES + " bytes");
        }
        return transport.getCause() instanceof IOException broken && !(broken instanceof JacksonException)
                ? null
                : new GatewayException(ToolFailure.INVALID_ANSWER, "answered with something that is no MCP message");
    }

    private static String brief(String text) {
        String line = OneLine.of(text.lines().findFirst().orElse(""));
        return line.length() > MAX_REASON_LENGTH ? line.substring(0, MAX_REASON_LENGTH) + "..." : line;
    }
}
