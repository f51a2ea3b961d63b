package io.sreobservability.testing;

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
    private final List<Waive> waivers;

    private Waivers(List<Waive> waivers) {
        this.waivers = waivers;
    }

    static Waivers of(ExtensionContext test) {
        List<Waive> waivers =
                new ArrayList<>(AnnotationSupport.findRepeatableAnnotations(test.getRequiredTestMethod(), Waive.class));
        for (@Nullable Class<?> type = test.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            waivers.addAll(AnnotationSupport.findRepeatableAnnotations(type, Waive.class));
        }
        waivers.forEach(Waivers::requireReason);
        return new Waivers(List.copyOf(waivers));
    }

    boolean cover(Violation violation) {
        return waivers.stream()
                .anyMatch(waiver -> waiver.rule() == violation.rule()
                        && Arrays.asList(waiver.names()).contains(violation.name()));
    }

    private static void requireReason(Waive waiver) {
        if (waiver.reason().isBlank()) {
            throw new ExtensionConfigurationException(
                    "@Waive of " + waiver.rule() + " for " + Arrays.toString(waiver.names()) + " gives no reason.");
        }
    }
}
