package io.sreobservability.local.wire.aws;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is refused as AWS would refuse it. */
public final class AwsError extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final AwsErrorCode code;
    private final transient Map<String, Object> details;

    /** An error without further messages. */
    public AwsError(AwsErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** An error with further members, beside code and message. */
    public AwsError(AwsErrorCode code, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public AwsErrorCode code() {
        return code;
    }

    /** What is wrong and where. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** Further members of the error, in the form of a result; empty for most. */
    public Map<String, Object> details() {
        return details;
    }

    /**
     * One finding in a dashboard body.
     *
     * @param dataPath where, such as {@code /widgets/0/properties/region}
     */
    public record ValidationMessage(String dataPath, String message) {
        /** Messages as members of an answer. */
        public static List<Map<String, Object>> asResult(List<ValidationMessage> messages) {
            return messages.stream().map(ValidationMessage::members).toList();
        }

        private Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("DataPath", dataPath);
            members.put("Message", message);
            return members;
        }
    }
}
