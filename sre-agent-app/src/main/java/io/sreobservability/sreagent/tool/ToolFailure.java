package io.sreobservability.sreagent.tool;

/** The stable failure codes of a tool call, as they appear in {@code error.type} and in {@link ToolResult#errorType()}. */
public final class ToolFailure {
    /** The catalog has no tool of this name. */
    public static final String UNKNOWN_TOOL = "unknown_tool";
    /** An argument is unknown, missing or malformed; nothing was sent. */
    public static final String INVALID_ARGUMENTS = "invalid_arguments";
    /** Nothing listens at the backend's address. */
    public static final String CONNECTION_REFUSED = "connection_refused";
    /** The backend's host name has no address. */
    public static final String UNKNOWN_HOST = "unknown_host";
    /** The connection broke, or could not be made for another reason. */
    public static final String CONNECTION_FAILED = "connection_failed";
    /** No complete answer within the client's time limit. */
    public static final String TIMEOUT = "timeout";
    /** The calling thread was interrupted while it waited. */
    public static final String INTERRUPTED = "interrupted";
    /** The answer is not a JSON object. */
    public static final String INVALID_ANSWER = "invalid_answer";
    /** The answer is larger than the client accepts. */
    public static final String ANSWER_TOO_LARGE = "answer_too_large";

    /** A gateway that does not say more than that the tool failed. */
    public static final String TOOL_ERROR = "tool_error";

    /** Where our gateway puts the code: a member of a failed result's {@code _meta}. */
    public static final String META_MEMBER = "io.sreobservability/error_type";

    private ToolFailure() {}

    /** The code of an answer with a status other than 200: {@code http_500}, {@code http_401}, ... */
    public static String http(int status) {
        return "http_" + status;
    }
}
