package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Secrets in log records, as they arrive at the other end of the wire. */
class LogMaskingTest extends LocalTelemetry {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Put together here, so that no scanner takes a line of this file for a leak; {@code %s} is the secret part. */
    private static final List<String> FORMS = List.of(
            "login with pass" + "word=%s failed",
            "{\"api" + "Key\":\"%s\"}",
            "Author" + "ization: Bearer %s",
            "Cookie" + ": a=b; JSESSIONID=%s",
            "postgres://app:" + "%s@db:5432/orders",
            "gh" + "p_%s0123456789",
            "sk" + "-ant-api03-%s0123456789",
            "mail to %s@example.com");

    private record Secret(String text, String part) {}

    private static Stream<Secret> secrets() {
        Random random = new Random(7);
        return IntStream.range(0, 40 * FORMS.size()).mapToObj(i -> {
            StringBuilder part = new StringBuilder();
            random.ints(24, 0, ALPHABET.length()).forEach(at -> part.append(ALPHABET.charAt(at)));
            return new Secret(FORMS.get(i % FORMS.size()).replace("%s", part), part.toString());
        });
    }

    @Test
    void noSecretIsInAnyPartOfALogRecordWithContentCaptureOff() {
        List<Secret> secrets = secrets().toList();
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            secrets.forEach(secret -> {
                Throwable failure = new IllegalStateException(secret.text());
                record(telemetry)
                        .setBody("before " + secret.text() + " after")
                        .setAttribute("note", secret.text())
                        .setAttribute(AttributeKey.stringKey("exception.message"), String.valueOf(failure.getMessage()))
                        .setAttribute(AttributeKey.stringArrayKey("all"), List.of("a", secret.text()))
                        .setAttribute("db_password", secret.part())
                        .emit();
                record(telemetry)
                        .setBody(Value.of(
                                KeyValue.of("list", Value.of(Value.of(secret.text()), Value.of(1))),
                                KeyValue.of("clientSecret", Value.of(secret.part()))))
                        .emit();
            });

            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.logs()).hasSize(2 * secrets.size());
        String received = receiver.logs().toString();
        assertThat(secrets).noneMatch(secret -> received.contains(secret.part()));
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
