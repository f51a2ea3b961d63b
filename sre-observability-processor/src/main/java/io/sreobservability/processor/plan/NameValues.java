package io.sreobservability.processor.plan;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.name.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The attributes that the library itself sets on spans of a family. */
public final class NameValues {
    private NameValues() {}

    /**
     * The values, in the order of the registry.
     *
     * @param set what the family sets, by attribute key
     * @param words the placeholders that the span's name fills; what hangs on another one is derived at run time
     */
    public static List<PlannedValue> of(Registry registry, Map<String, Template> set, Map<String, String> words) {
        List<PlannedValue> values = new ArrayList<>();
        for (Map.Entry<String, Template> entry : set.entrySet()) {
            Attribute attribute = registry.attribute(entry.getKey()).orElseThrow();
            String value = entry.getValue().fill(words);
            values.add(
                    new Template(value).placeholders().isEmpty()
                            ? new PlannedValue.Fixed(attribute, value)
                            : new PlannedValue.Derived(attribute, value));
        }
        return values;
    }
}
