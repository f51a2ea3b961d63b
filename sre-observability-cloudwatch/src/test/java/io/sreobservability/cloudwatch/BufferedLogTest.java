package io.sreobservability.cloudwatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.sreobservability.cloudwatch.delivery.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log records that had to wait on the disk. */
class BufferedLogTest extends LocalTelemetry {

    @Test
    void noSecretIsWrittenToTheDiskAndTheRecordArrives(@TempDir Path buffer) throws IOException {
        receiver.answerOtlpWith(503);
        try (SreTelemetry telemetry = start(config("SRE_OBSERVABILITY_BUFFER_DIR", buffer.toString()))) {
            telemetry
                    .openTelemetry()
                    .getLogsBridge()
                    .get("test")
                    .logRecordBuilder()
                    .setBody("login with pass" + "word=hunter2 failed")
                    .setAttribute(AttributeKey.stringKey("pass" + "word"), "hunter2")
                    .emit();
            await().atMost(20, SECONDS)
                    .until(() -> telemetry.balances().stream()
                            .anyMatch(balance -> balance.signal() == Signal.LOGS
                                    && balance.waiting().onDisk() == 1));

            assertThat(written(buffer)).contains("login with", "REDACTED").doesNotContain("hunter2");

            receiver.answerOtlpWith(200);
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }
        assertThat(receiver.logs())
                .singleElement()
                .satisfies(received -> assertThat(received.getBody().getStringValue())
                        .isEqualTo("login with password=[REDACTED] failed"));
        assertThat(buffer).isEmptyDirectory();
    }

    private static String written(Path buffer) throws IOException {
        try (Stream<Path> files = Files.walk(buffer)) {
            return files.filter(Files::isRegularFile).map(BufferedLogTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
