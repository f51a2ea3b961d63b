package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.sreobservability.aspects.SecretCorpus;
import io.sreobservability.aspects.SecretCorpus.Item;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.attribute.Sensitivity;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in log records, as they arrive at the other end of the wire. */
class LogMaskingTest extends LocalTelemetry {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noPieceOfASecretIsInAnyPartOfALogRecordWhetherContentIsCapturedOrNot(boolean captureContent) {
        List<Item> secrets = Stream.of(SecretCorpus.secrets(), SecretCorpus.addresses())
                .flatMap(List::stream)
                .toList();
        SreObservability.setCaptureContent(captureContent);
        try (SreTelemetry telemetry = start(config())) {
            secrets.forEach(secret -> {
                record(telemetry)
                        .setBody(secret.text())
                        .setAttribute("note", secret.text())
                        .setAttribute(AttributeKey.stringArrayKey("all"), List.of("a", secret.text()))
                        .setAttribute("db_password", secret.secret())
                        .setAttribute(AttributeKey.valueKey("structure"), Value.of(Value.of(secret.text())))
                        .setAttribute(AttributeKey.booleanKey(secret.text()), true)
                        .setException(new Failure(secret.text()))
                        .emit();
                record(telemetry)
                        .setBody(Value.of(
                                KeyValue.of("list", Value.of(Value.of(secret.text()), Value.of(1))),
                                KeyValue.of(secret.text(), Value.of(true)),
                                KeyValue.of("clientSecret", Value.of(secret.secret()))))
                        .emit();
            });

            assertThat(telemetry.flush(PLENTY)).isTrue();
        } finally {
            SreObservability.setCaptureContent(false);
        }

        assertThat(receiver.logs())
                .as("records, none of which the queue was too small for")
                .hasSize(2 * secrets.size());
        Set<String> pieces =
                secrets.stream().flatMap(secret -> secret.pieces().stream()).collect(Collectors.toSet());
        assertThat(receiver.logs())
                .filteredOn(record -> Item.isIn(record.getBody().toString() + record.getAttributesList(), pieces))
                .isEmpty();
    }

    /** Its stack trace is its message alone. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message, null, false, false);
        }
    }

    @Test
    void whatANameSaysIsASecretGoesWhateverItsType() {
        try (SreTelemetry telemetry = start(config())) {
            record(telemetry)
                    .setAttribute("db_password", 1234)
                    .setAttribute(AttributeKey.doubleKey("api_key"), 12.34)
                    .setAttribute(AttributeKey.booleanKey("auth_token"), true)
                    .setAttribute(AttributeKey.longArrayKey("pin_passcode"), List.of(1L, 2L, 3L, 4L))
                    .setAttribute(AttributeKey.valueKey("client_secret"), Value.of(KeyValue.of("id", Value.of(1234))))
                    .setBody(Value.of(KeyValue.of("password", Value.of(1234))))
                    .emit();

            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.logs()).singleElement().satisfies(received -> {
            assertThat(received.getAttributesList())
                    .hasSize(5)
                    .allMatch(attribute -> attribute.getValue().getStringValue().equals("[REDACTED]"));
            assertThat(received.getBody().getKvlistValue().getValuesList())
                    .singleElement()
                    .matches(member -> member.getValue().getStringValue().equals("[REDACTED]"));
        });
    }

    @Test
    void aCardNumberGoesThatCameAsANumber() {
        long card = 4111_1111_1111_1111L;
        try (SreTelemetry telemetry = start(config())) {
            record(telemetry)
                    .setAttribute("paid_with", card)
                    .setAttribute(AttributeKey.longArrayKey("all"), List.of(7L, card))
                    .setBody(Value.of(KeyValue.of("card", Value.of(Value.of(card), Value.of(7)))))
                    .emit();

            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.logs().toString())
                .contains("paid_with", "all", "card", "[REDACTED]", "int_value: 7")
                .doesNotContain(Long.toString(card));
    }

    @Test
    void contentLeavesWithALogRecordOnlyWhileItIsCaptured() throws IllegalAccessException {
        List<String> content = contentOfTheStandard();
        try (SreTelemetry telemetry = start(config())) {
            logContent(telemetry, content);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            SreObservability.setCaptureContent(true);
            logContent(telemetry, content);
            assertThat(telemetry.flush(PLENTY)).isTrue();
        } finally {
            SreObservability.setCaptureContent(false);
        }

        assertThat(receiver.logs()).hasSize(2);
        assertThat(keys(0)).containsExactly("exception.type");
        assertThat(receiver.logs().get(0).toString())
                .as("the body is what the program chose to log")
                .contains("answered in Rome")
                .doesNotContain("private");
        assertThat(keys(1))
                .containsAll(content)
                .contains("exception.type", "exception.message", "exception.stacktrace");
    }

    private static void logContent(SreTelemetry telemetry, List<String> content) {
        LogRecordBuilder record = record(telemetry)
                .setBody("answered in Rome")
                .setException(new IllegalStateException("private", new IllegalArgumentException("private, too")));
        content.forEach(key -> record.setAttribute(key, "private"));
        record.emit();
    }

    private List<String> keys(int index) {
        return receiver.logs().get(index).getAttributesList().stream()
                .map(io.opentelemetry.proto.common.v1.KeyValue::getKey)
                .toList();
    }

    private static List<String> contentOfTheStandard() throws IllegalAccessException {
        List<String> keys = new ArrayList<>();
        for (Field field : StandardAttributes.class.getFields()) {
            AttributeDefinition<?> definition = (AttributeDefinition<?>) field.get(null);
            if (definition.sensitivity() == Sensitivity.CONTENT) {
                keys.add(definition.name());
            }
        }
        assertThat(keys).contains("sre.query", "sre.tool_params");
        return keys;
    }

    @Test
    void aRecordWithoutSecretsArrivesAsItWas() {
        try (SreTelemetry telemetry = start(config())) {
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
        try (SreTelemetry telemetry = start(config())) {
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
