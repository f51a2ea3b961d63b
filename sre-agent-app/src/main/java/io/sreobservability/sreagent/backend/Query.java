package io.sreobservability.sreagent.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sreobservability.sreagent.tool.ParameterProblem;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query string, taken apart.
 *
 * @param values by parameter name, decoded
 * @param problems what could not be taken apart
 */
record Query(Map<String, String> values, List<ParameterProblem> problems) {
    static Query parse(@Nullable String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        List<ParameterProblem> problems = new ArrayList<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                // java.net.URI has refused malformed percent escapes before us.
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (values.put(name, value) != null) {
                    problems.add(new ParameterProblem(name, "is given more than once"));
                }
            }
        }
        return new Query(values, problems);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
