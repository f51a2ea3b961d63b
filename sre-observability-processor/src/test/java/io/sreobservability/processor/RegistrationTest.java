package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** How compilers and Gradle find the processors: the files are part of what we promise. */
class RegistrationTest {
    /** The claim would keep annotations from a processor that is asked after it. */
    @Test
    void theClaimComesAfterTheProcessorThatReads() throws IOException {
        assertThat(lines("META-INF/services/" + Processor.class.getName()))
                .containsExactly(SpanProcessor.class.getName(), SpanProcessorClaim.class.getName());
    }

    /**
     * The contract depends on all annotated classes at once, and a file of an isolating processor may depend on one. The
     * claim writes nothing.
     */
    @Test
    void gradleIsToldThatTheContractDependsOnAllAnnotatedClasses() throws IOException {
        assertThat(lines("META-INF/gradle/incremental.annotation.processors"))
                .containsExactly(
                        SpanProcessor.class.getName() + ",aggregating",
                        SpanProcessorClaim.class.getName() + ",isolating");
    }

    private static List<String> lines(String resource) throws IOException {
        ClassLoader loader = Objects.requireNonNull(SpanProcessor.class.getClassLoader());
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
