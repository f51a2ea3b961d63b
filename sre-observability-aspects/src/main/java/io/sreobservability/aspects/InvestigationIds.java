package io.sreobservability.aspects;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids by which people find one investigation in spans, logs and reports. */
public final class InvestigationIds {
    private static final String PREFIX = "investigation_";

    private InvestigationIds() {}

    /** A new id: {@code investigation_} and 16 hexadecimal digits. It correlates and is no secret. */
    public static String next() {
        return PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
