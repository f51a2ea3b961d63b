package io.sreobservability.aspects.content;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "login with password=hunter2 please | login with password=[REDACTED] please",
                "\"apiKey\": \"a b c\", \"x\": 1 | \"apiKey\": [REDACTED], \"x\": 1",
                "{\\\"secret\\\":\\\"abc\\\"} | {\\\"secret\\\":[REDACTED]}",
                "X-API-Key: 12345 | X-API-Key: [REDACTED]",
                "Authorization: Basic dXNlcjpwYXNz | Authorization: [REDACTED]",
                "Authorization: Bearer abcdefghijkl | Authorization: [REDACTED]",
                "header Bearer abcdefghijkl | header Bearer [REDACTED]",
                "key AKIAABCDEFGHIJKLMNOP used | key [REDACTED] used",
                "ghp_abcdefghijklmnopqrstuvwxyz012345 | [REDACTED]",
                "sk-proj-abcdefghijklmnop0123 | [REDACTED]",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl | [REDACTED]",
                "see https://user:pw@host/x | see https://[REDACTED]@host/x",
                "ask bob.smith+ops@mail.example.com now | ask [REDACTED] now"
            })
    void whatLooksLikeASecretIsTakenOut(String text, String redacted) {
        assertThat(Redactor.redact(text)).isEqualTo(redacted);
    }

    @Test
    void aPrivateKeyIsTakenOutEvenWhenItsEndIsCutOff() {
        String begin = "-----BEGIN RSA PRIVATE KEY-----\nMIIE";

        assertThat(Redactor.redact("a " + begin)).isEqualTo("a [REDACTED]");
        assertThat(Redactor.redact(begin + "\n-----END RSA PRIVATE KEY----- b")).isEqualTo("[REDACTED] b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "API response times have degraded 3x in the last hour",
                "max_tokens: 100, pods=3, ns: prod",
                "passwordless login for the tokenizer"
            })
    void ordinaryTextIsLeftAlone(String text) {
        assertThat(Redactor.redact(text)).isEqualTo(text);
    }

    @Property
    void anAddressNeverSurvivesInAnySurroundings(@ForAll String before, @ForAll String after) {
        assertThat(Redactor.redact(before + " someone@example.com " + after)).doesNotContain("someone@example.com");
    }

    @Test
    void aWordCutByTheWindowIsLeftOutBecauseItCanNotBeRecognised() {
        String padding = "x".repeat(Redactor.WINDOW - 12) + " ";

        assertThat(Redactor.redact(padding + "bob@example.com")).isEqualTo(padding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "password ", "-----BEGIN PRIVATE KEY-----", "a.a@", "://a:", "\"", "bearer ", "sk-", "1@"})
    void hugeTextOfTheWorstKindIsHandledAndBounded(String unit) {
        String redacted = Redactor.redact(unit.repeat(2_000_000 / unit.length()));

        assertThat(redacted.length()).isLessThan(4 * Redactor.WINDOW);
    }

    @Test
    void cuttingNeverSplitsACodePoint() {
        assertThat(Text.cut("ab\ud83d\ude00", 3)).isEqualTo("ab");
        assertThat(Text.cut("ab\ud83d\ude00", 4)).isEqualTo("ab\ud83d\ude00");
        assertThat(Text.cut("abc", 2)).isEqualTo("ab");
    }
}
