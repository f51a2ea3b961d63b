package io.sreobservability.processor.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic.Kind;

/** How grave a finding is, from the least on. */
public enum Level {
    /** Not reported. */
    OFF(Kind.OTHER),
    /** Told; no build fails because of it. */
    NOTE(Kind.NOTE),
    /** Told as a warning; fails builds that turn warnings into errors. */
    WARNING(Kind.WARNING),
    /** Fails the build. */
    ERROR(Kind.ERROR);

    private final Kind kind;

    Level(Kind kind) {
        this.kind = kind;
    }

    /** The level as options and the documentation write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The compiler's word for it. */
    Kind kind() {
        return kind;
    }

    /** The level of this label. */
    static Optional<Level> of(String label) {
        return Arrays.stream(values())
                .filter(level -> level.label().equals(label))
                .findFirst();
    }
}
