package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers page by page; a page's token is the number of items before it. */
final class Pages {
    private Pages() {}

    /**
     * One page of {@code all} as the member {@code list}.
     *
     * @param size the parameter that says how large a page may be, at most {@code maximum}
     */
    static Map<String, Object> page(
            Parameters parameters, String size, int maximum, String list, List<Map<String, Object>> all)
            throws AwsError {
        int from = Math.min(token(parameters), all.size());
        int to = Math.min(from + size(parameters, size, maximum), all.size());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(list, all.subList(from, to));
        if (to < all.size()) {
            result.put("nextToken", String.valueOf(to));
        }
        return result;
    }

    private static int size(Parameters parameters, String name, int maximum) throws AwsError {
        double size = parameters.number(name).orElse(maximum);
        if (size < 1 || size > maximum || size != Math.rint(size)) {
            throw QueryDefinitionOperations.invalid(name + " must be a whole number from 1 to " + maximum + ".");
        }
        return (int) size;
    }

    private static int token(Parameters parameters) throws AwsError {
        String token = parameters.text("nextToken").orElse("0");
        if (!token.matches("[0-9]{1,6}")) {
            throw QueryDefinitionOperations.invalid("The specified nextToken is invalid.");
        }
        return Integer.parseInt(token);
    }
}
