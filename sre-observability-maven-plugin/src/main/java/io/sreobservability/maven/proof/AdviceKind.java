package io.sreobservability.maven.proof;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The three places in which a woven method calls its aspect.
 *
 * <p>The weaver compiles each piece of advice to a method of the aspect's class and writes calls of it into the advised
 * method. The prefixes of these names are AspectJ's ({@code NameMangler} in its weaver) and have not changed since 1.2.
 */
enum AdviceKind {
    BEFORE("ajc$before$"),
    AFTER_RETURNING("ajc$afterReturning$"),
    AFTER_THROWING("ajc$afterThrowing$");

    private final String prefix;

    AdviceKind(String prefix) {
        this.prefix = prefix;
    }

    static Optional<AdviceKind> ofMethod(String name) {
        return Stream.of(values()).filter(kind -> name.startsWith(kind.prefix)).findFirst();
    }
}
