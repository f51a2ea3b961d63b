package io.sreobservability.cloudwatch.metrics;

import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * Makes any attribute set a dimension set that CloudWatch takes, because one bad dimension costs the whole request; and
 * different dimension sets of different attribute sets, because CloudWatch would add up what they count.
 *
 * <p>CloudWatch's rules (PutMetricData, AWS): at most 30 dimensions; names of 1 to 255 and values of 1 to 1024 ASCII
 * characters, without control characters, not blank; a name does not start with a colon.
 */
final class DimensionSanitizer {

    static final int MAX_DIMENSIONS = 30;
    static final int MAX_NAME = 255;
    static final int MAX_VALUE = 1024;

    /** The last dimension where there are more than CloudWatch takes: its value has all that would not fit. */
    static final String MORE = "\\more";

    private DimensionSanitizer() {}

    /** The attributes as dimensions, in the attributes' order (by key). */
    static List<Dimension> dimensions(Attributes attributes) {
        List<Dimension> all = new ArrayList<>(attributes.size());
        attributes.forEach((key, value) ->
                all.add(dimension(name(key.getKey()), DimensionText.value(String.valueOf(value), MAX_VALUE))));
        if (all.size() <= MAX_DIMENSIONS) {
            return all;
        }
        List<Dimension> dimensions = new ArrayList<>(all.subList(0, MAX_DIMENSIONS - 1));
        StringBuilder more = new StringBuilder();
        // No name or value holds these separators: each has its backslashes doubled.
        all.subList(MAX_DIMENSIONS - 1, all.size())
                .forEach(rest -> more.append(rest.name())
                        .append("\\=")
                        .append(rest.value())
                        .append("\\;"));
        dimensions.add(dimension(MORE, DimensionText.shortened(more.toString(), MAX_VALUE)));
        return dimensions;
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    /** A dimension or metric name. */
    static String name(String raw) {
        return DimensionText.name(raw, MAX_NAME);
    }
}
