package io.sreobservability.cloudwatch.logs;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attributes that hold content: they leave only while content capture is on. A body is none, whatever it says: it is what the
 * program chose to log.
 */
final class LogContent {
    /** What OpenTelemetry makes of a logged exception. Its stack trace begins with the message, and holds those of its causes. */
    private static final Set<String> OF_EXCEPTIONS = Set.of("exception.message", "exception.stacktrace");

    private static final Set<String> OF_THE_STANDARD = Stream.of(
                    StandardAttributes.SRE_QUERY,
                    StandardAttributes.SRE_ROUTING_REASON,
                    StandardAttributes.SRE_TOOL_PARAMS,
                    StandardAttributes.MEMORY_QUERY,
                    StandardAttributes.GEN_AI_INPUT_MESSAGES,
                    StandardAttributes.GEN_AI_OUTPUT_MESSAGES,
                    StandardAttributes.URL_FULL)
            .map(AttributeDefinition::name)
            .collect(Collectors.toUnmodifiableSet());

    private LogContent() {}

    static boolean isNamedBy(String key) {
        return OF_EXCEPTIONS.contains(key) || OF_THE_STANDARD.contains(key);
    }
}
