package io.sreobservability.cloudwatch;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where telemetry goes. */
public enum TelemetryMode {
    NONE("sends nothing"),
    LOCAL("the local stand-in for CloudWatch and X-Ray"),
    AWS("CloudWatch and X-Ray"),
    COLLECTOR("an OpenTelemetry collector"),
    XRAY_DAEMON("spans to the X-Ray daemon, the rest to a collector");

    static final String KEY = "SRE_OBSERVABILITY_MODE";

    private final String meaning;

    TelemetryMode(String meaning) {
        this.meaning = meaning;
    }

    static TelemetryMode parse(String text) {
        for (TelemetryMode mode : values()) {
            if (mode.word().equals(text.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        String modes = Arrays.stream(values())
                .map(mode -> mode.word() + " (" + mode.meaning + ")")
                .collect(Collectors.joining(", "));
        throw new TelemetryConfigException(KEY, "unknown mode; this version has " + modes);
    }

    /** Whether log records and metrics go to a collector. */
    boolean usesCollector() {
        return this == COLLECTOR || this == XRAY_DAEMON;
    }

    /** Whether what cannot be delivered is kept on the disk unless the configuration says otherwise. */
    boolean keepsOnDisk() {
        return this == AWS || usesCollector();
    }

    /** As written in the configuration. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
