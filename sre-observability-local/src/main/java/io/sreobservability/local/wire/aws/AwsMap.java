package io.sreobservability.local.wire.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A member of an answer that is a map by AWS's models, and no structure: Query answers write the two differently. */
public record AwsMap(Map<String, Object> entries) {
    public AwsMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
