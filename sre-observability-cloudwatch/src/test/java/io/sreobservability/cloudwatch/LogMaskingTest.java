package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.sreobservability.aspects.SecretCorpus;
import io.sreobservability.aspects.SecretCorpus.Item;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Secrets in log records, as they arrive at the other end of the wire. */
class LogMaskingTest extends LocalTelemetry {

    @Test
    void noSecretIsInAnyPartOfALogRecordWithContentCaptureOff() {
        List<Item> secrets = Stream.of(SecretCorpus.secrets(), SecretCorpus.addresses())
                .flatMap(List::stream)
                .toList();
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            secrets.forEach(secret -> {
                record(telemetry)
                        .setBody(secret.text())
                        .setAttribute("note", secret.text())
                        .setAttribute(AttributeKey.stringArrayKey("all"), List.of("a", secret.text()))
                        .setAttribute("db_password", secret.secret())
                        .setException(new IllegalStateException(secret.text()))
                        .emit();
                record(telemetry)
                        .setBody(Value.of(
                                KeyValue.of("list", Value.of(Value.of(secret.text()), Value.of(1))),
                                KeyValue.of("clientSecret", Value.of(secret.secret()))))
                        .emit();
            });

            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.logs())
                .as("records, none of which the queue was too small for")
                .hasSize(2 * secrets.size());
        String received = receiver.logs().toString();
        assertThat(secrets)
                .filteredOn(secret -> received.contains(secret.secret()))
                .isEmpty();
    }

    @Test
    void aRecordWithoutSecretsArrivesAsItWas() {
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            record(telemetry)
                    .setBody("found 3 pods, session_id=session-1")
                    .setAttribute("pods", 3)
                    .setAttribute(AttributeKey.stringArrayKey("names"), List.of("web-1", "web-2"))
                    .emit();
            record(telemetry)
                    .setBody(Value.of(KeyValue.of("max_tokens", Value.of("100"))))
                    .emit();

            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.logs().toString())
                .contains("found 3 pods, session_id=session-1", "web-1", "web-2", "max_tokens", "100")
                .doesNotContain("REDACTED");
    }

    @Test
    void whatIsBesideASecretStaysReadable() {
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            record(telemetry)
                    .setBody("login with pass" + "word=hunter2 failed")
                    .setAttribute("attempt", 2)
                    .emit();

            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.logs()).singleElement().satisfies(received -> {
            assertThat(received.getBody().getStringValue()).isEqualTo("login with password=[REDACTED] failed");
            assertThat(received.getAttributesList())
                    .singleElement()
                    .satisfies(attribute ->
                            assertThat(attribute.getValue().getIntValue()).isEqualTo(2));
        });
    }

    private static LogRecordBuilder record(SreTelemetry telemetry) {
        return telemetry.openTelemetry().getLogsBridge().get("test").logRecordBuilder();
    }
}
