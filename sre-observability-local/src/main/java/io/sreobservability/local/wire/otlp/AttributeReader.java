package io.sreobservability.local.wire.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.sreobservability.local.store.Attributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes and other values of OTLP. The parsers bound the nesting before anything comes here. */
final class AttributeReader {
    private AttributeReader() {}

    static Attributes read(List<KeyValue> pairs) {
        return new Attributes(map(pairs));
    }

    static @Nullable Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case BYTES_VALUE ->
                Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
            case ARRAY_VALUE -> list(value.getArrayValue().getValuesList());
            case KVLIST_VALUE ->
                Collections.unmodifiableMap(map(value.getKvlistValue().getValuesList()));
            // An index into a table that only profiles carry; means nothing in traces and logs.
            case STRING_VALUE_STRINDEX -> null;
            case VALUE_NOT_SET -> null;
        };
    }

    private static List<@Nullable Object> list(List<AnyValue> values) {
        List<@Nullable Object> list = new ArrayList<>(values.size());
        for (AnyValue value : values) {
            list.add(value(value));
        }
        return Collections.unmodifiableList(list);
    }

    private static Map<String, @Nullable Object> map(List<KeyValue> pairs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (KeyValue pair : pairs) {
            map.put(pair.getKey(), value(pair.getValue()));
        }
        return map;
    }
}
