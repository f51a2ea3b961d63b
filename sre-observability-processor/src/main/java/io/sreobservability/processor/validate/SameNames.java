package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Place;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.AttributeUse.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether methods that make spans of one name set the same attributes. Inherited ones do not count, for an ancestor may
 * set them, nor those that are opt-in, nor what the library sets by itself.
 */
final class SameNames {
    private final Findings findings;
    private final Map<String, List<Made>> byName = new LinkedHashMap<>();
    private final List<Made> fresh = new ArrayList<>();

    private record Made(SpanPlan plan, Place place, TreeSet<String> keys) {}

    SameNames(Findings findings) {
        this.findings = findings;
    }

    void add(AnnotatedMethod method, SpanPlan plan) {
        TreeSet<String> keys = new TreeSet<>();
        plan.values().stream()
                .map(PlannedValue::attribute)
                .filter(attribute -> isExpected(plan, attribute))
                .forEach(attribute -> keys.add(attribute.key()));
        Place place = method.spans().get(0).place();
        Made made = new Made(plan, place, keys);
        fresh.add(made);
        byName.computeIfAbsent(plan.name(), name -> new ArrayList<>()).add(made);
    }

    private static boolean isExpected(SpanPlan plan, Attribute attribute) {
        return !attribute.traits().inherited()
                && attribute.traits().automatic().isEmpty()
                && plan.family()
                        .use(attribute.key())
                        .map(AttributeUse::requirement)
                        .filter(requirement -> requirement.level() != Level.OPT_IN)
                        .isPresent();
    }

    /** Reports every method of this round that lacks what another of the same name, of any round, sets. */
    void report() {
        fresh.forEach(made -> compare(made, byName.getOrDefault(made.plan().name(), List.of())));
        fresh.clear();
    }

    private void compare(Made one, List<Made> all) {
        for (Made other : all) {
            TreeSet<String> lacking = new TreeSet<>(other.keys());
            lacking.removeAll(one.keys());
            if (!lacking.isEmpty()) {
                findings.add(
                        Message.SPAN_NAME_ATTRIBUTES,
                        one.place(),
                        one.plan().name(),
                        Shown.names(lacking),
                        Display.method(other.plan().method()));
                return;
            }
        }
    }
}
