package io.sreobservability.testing;

import io.sreobservability.testing.contract.Rule;
import io.sreobservability.testing.contract.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The waivers that hold for one test: those of its method, its class and the classes around that. */
final class Waivers {
    private final List<Waive> ofMethod;
    private final List<Waive> all;

    private Waivers(List<Waive> ofMethod, List<Waive> all) {
        this.ofMethod = ofMethod;
        this.all = all;
    }

    static Waivers of(ExtensionContext test) {
        List<Waive> ofMethod = AnnotationSupport.findRepeatableAnnotations(test.getRequiredTestMethod(), Waive.class);
        List<Waive> waivers = new ArrayList<>(ofMethod);
        for (@Nullable Class<?> type = test.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            waivers.addAll(AnnotationSupport.findRepeatableAnnotations(type, Waive.class));
        }
        waivers.forEach(Waivers::requireReason);
        return new Waivers(ofMethod, List.copyOf(waivers));
    }

    /**
     * What is left of the findings of a test, and what its method waives for nothing. A waiver of its class may be there for
     * another test of it, which need not run every time.
     */
    List<Violation> apply(List<Violation> found) {
        List<Violation> left = new ArrayList<>();
        found.stream()
                .filter(violation -> all.stream().noneMatch(waiver -> covers(waiver, violation)))
                .forEach(left::add);
        ofMethod.stream()
                .filter(waiver -> found.stream().noneMatch(violation -> covers(waiver, violation)))
                .map(Waivers::unused)
                .forEach(left::add);
        return left;
    }

    private static boolean covers(Waive waiver, Violation violation) {
        return waiver.rule() == violation.rule()
                && Arrays.asList(waiver.names()).contains(violation.name());
    }

    private static Violation unused(Waive waiver) {
        return new Violation(
                Rule.UNUSED_WAIVER,
                waiver.rule().name(),
                "",
                "nothing of " + Arrays.toString(waiver.names()) + " breaks it in this test: remove the waiver.");
    }

    private static void requireReason(Waive waiver) {
        if (waiver.reason().isBlank()) {
            throw new ExtensionConfigurationException(
                    "@Waive of " + waiver.rule() + " for " + Arrays.toString(waiver.names()) + " gives no reason.");
        }
    }
}
