package io.sreobservability.sreagent.tool;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stable failure codes of a tool call, as they appear in {@code error.type} and in {@link ToolResult#errorType()}. */
public final class ToolFailure {
    /** The catalog has no tool of this name. */
    public static final String UNKNOWN_TOOL = "unknown_tool";
    /** The model asked for too many at once; nothing was sent. */
    public static final String TOO_MANY_CALLS = "too_many_calls";
    /** An argument is unknown, missing or malformed; nothing was sent. */
    public static final String INVALID_ARGUMENTS = "invalid_arguments";
    /** Nothing listens at the gateway's or the backend's address. */
    public static final String CONNECTION_REFUSED = "connection_refused";
    /** The host name of gateway or backend has no address. */
    public static final String UNKNOWN_HOST = "unknown_host";
    /** The connection broke, or could not be made for another reason. */
    public static final String CONNECTION_FAILED = "connection_failed";
    /** No complete answer within the time limit of client or gateway. */
    public static final String TIMEOUT = "timeout";
    /** The calling thread was interrupted while it waited. */
    public static final String INTERRUPTED = "interrupted";
    /** The answer is not a JSON object, or no answer of the protocol. */
    public static final String INVALID_ANSWER = "invalid_answer";
    /** The answer is larger than client or gateway accept. */
    public static final String ANSWER_TOO_LARGE = "answer_too_large";

    /** The tool failed, and the gateway gives no code. */
    public static final String TOOL_ERROR = "tool_error";
    /** The gateway has no tool of this name. */
    public static final String TOOL_NOT_OFFERED = "tool_not_offered";

    private static final Set<String> PASSING = Set.of(CONNECTION_REFUSED, CONNECTION_FAILED, TIMEOUT, http(429));

    private ToolFailure() {}

    /**
     * Whether another try may do better: nobody listens, the connection broke, no answer in time, too many requests, or the
     * server's own failure. What a caller got wrong, and an answer that can't be read, stays as it is.
     *
     * @param code {@code null} for a call that was answered
     */
    static boolean mayPass(@Nullable String code) {
        return code != null && (PASSING.contains(code) || code.matches("http_5[0-9]{2}"));
    }

    /** The code of an answer with a status other than 200: {@code http_500}, {@code http_401}, ... */
    public static String http(int status) {
        return "http_" + status;
    }
}
