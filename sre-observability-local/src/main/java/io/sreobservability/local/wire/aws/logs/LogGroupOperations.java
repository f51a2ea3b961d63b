package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.store.LogGroupStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.List;
import java.util.regex.Pattern;

/** The operations on log groups and streams, and what they share. */
public final class LogGroupOperations {
    private static final Pattern GROUP = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");
    private static final Pattern STREAM = Pattern.compile("[^:*]{1,512}");

    private LogGroupOperations() {}

    public static List<AwsOperation> of(LogGroupStore store) {
        return List.of(new CreateLogGroup(store), new CreateLogStream(store));
    }

    static String group(Parameters parameters) throws AwsError {
        return matching(parameters, "logGroupName", GROUP);
    }

    static String stream(Parameters parameters) throws AwsError {
        return matching(parameters, "logStreamName", STREAM);
    }

    private static String matching(Parameters parameters, String name, Pattern rule) throws AwsError {
        String value = parameters.text(name).orElse("");
        if (!rule.matcher(value).matches()) {
            throw new AwsError(
                    AwsErrorCode.LOGS_INVALID_PARAMETER, name + " must satisfy regular expression pattern: " + rule);
        }
        return value;
    }

    /** A log group's name from its name or its ARN. */
    static String named(String identifier) {
        String marker = ":log-group:";
        int at = identifier.indexOf(marker);
        return at < 0 ? identifier : identifier.substring(at + marker.length()).replaceAll(":\\*$", "");
    }

    static AwsError exists(String what) {
        return new AwsError(AwsErrorCode.LOGS_EXISTS, "The specified " + what + " already exists");
    }
}
