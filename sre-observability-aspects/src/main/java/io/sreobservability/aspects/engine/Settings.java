package io.sreobservability.aspects.engine;

import io.sreobservability.aspects.health.FaultLog;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What the process was started with. A system property wins over the environment variable of the same meaning.
 *
 * @param enabled whether spans and metrics are made; on unless switched off
 * @param captureContent whether content leaves the process; off unless switched on
 */
record Settings(boolean enabled, boolean captureContent) {
    static Settings ofProcess(FaultLog faults) {
        try {
            return read(System::getProperty, System::getenv);
        } catch (Throwable notReadable) {
            faults.record(notReadable);
            return new Settings(true, false);
        }
    }

    static Settings read(UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {
        return new Settings(
                flag("sre.observability.enabled", "SRE_OBSERVABILITY_ENABLED", true, property, environment),
                flag(
                        "sre.observability.capture-content",
                        "SRE_OBSERVABILITY_CAPTURE_CONTENT",
                        false,
                        property,
                        environment));
    }

    private static boolean flag(
            String propertyName,
            String variableName,
            boolean otherwise,
            UnaryOperator<@Nullable String> property,
            UnaryOperator<@Nullable String> environment) {
        String fromProperty = property.apply(propertyName);
        boolean isProperty = fromProperty != null;
        String text = isProperty ? fromProperty : environment.apply(variableName);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                // The value itself is not logged: people paste secrets into the wrong variable.
                LoggerFactory.getLogger("io.sreobservability")
                        .warn(
                                "{} must be true or false; it is taken as {}.",
                                isProperty ? propertyName : variableName,
                                otherwise);
                yield otherwise;
            }
        };
    }
}
