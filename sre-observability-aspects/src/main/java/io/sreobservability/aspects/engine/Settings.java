package io.sreobservability.aspects.engine;

import io.sreobservability.aspects.health.FaultLog;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What the process was started with. A system property wins over the environment variable of the same meaning.
 *
 * @param enabled whether spans and metrics are made; on unless switched off
 * @param captureContent whether content leaves the process; off unless switched on
 * @param dimensionLimits how many series metrics may have
 */
record Settings(boolean enabled, boolean captureContent, DimensionLimits dimensionLimits) {
    /** What holds where nothing is set. */
    static final Settings STANDARD = new Settings(true, false, DimensionLimits.STANDARD);

    static Settings ofProcess(FaultLog faults) {
        try {
            return read(System::getProperty, System::getenv);
        } catch (Throwable notReadable) {
            faults.record(notReadable);
            return STANDARD;
        }
    }

    static Settings read(UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {
        Source source = new Source(property, environment);
        return new Settings(
                source.flag("enabled", STANDARD.enabled()),
                source.flag("capture-content", STANDARD.captureContent()),
                new DimensionLimits(
                        source.count(
                                "dimension-values", STANDARD.dimensionLimits().valuesPerDimension()),
                        source.flag(
                                "identifier-dimensions",
                                STANDARD.dimensionLimits().identifiers())));
    }

    /** Where settings come from. Text that can't be read is mentioned in the log, and the standard value holds. */
    private record Source(UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {
        boolean flag(String name, boolean otherwise) {
            return value(name, "true or false", otherwise, text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> null;
            });
        }

        int count(String name, int otherwise) {
            return value(
                    name,
                    "a number from 1 to 999999",
                    otherwise,
                    text -> text.matches("[1-9][0-9]{0,5}") ? Integer.valueOf(text) : null);
        }

        private <T> T value(String name, String form, T otherwise, Function<String, @Nullable T> parse) {
            String propertyName = "sre.observability." + name;
            String variableName =
                    propertyName.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            String fromProperty = property.apply(propertyName);
            String text = fromProperty != null ? fromProperty : environment.apply(variableName);
            if (text == null || text.isBlank()) {
                return otherwise;
            }
            T parsed = parse.apply(text.trim());
            if (parsed != null) {
                return parsed;
            }
            // The value itself is not logged: people paste secrets into the wrong variable.
            LoggerFactory.getLogger("io.sreobservability")
                    .warn(
                            "{} must be {}; it is taken as {}.",
                            fromProperty != null ? propertyName : variableName,
                            form,
                            otherwise);
            return otherwise;
        }
    }
}
