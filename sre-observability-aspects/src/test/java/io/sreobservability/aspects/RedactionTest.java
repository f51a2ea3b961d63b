package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void secretsAndAddressesGoFromAnyText() {
        assertThat(Redaction.mask(CharBuffer.wrap("token=abc for bob@example.com")))
                .isEqualTo("token=[REDACTED] for [REDACTED]");
        assertThat(Redaction.namesSecret("db_password")).isTrue();
    }

    @Test
    void textWithoutThemIsTheVeryText() {
        String text = "found 3 pods";

        assertThat(Redaction.mask(text)).isSameAs(text);
    }

    @Test
    @SuppressWarnings("NullAway") // as a caller without null checks may
    void aTextThatCanNotBeReadIsDroppedAndCounted() {
        long faults = SreObservability.selfCounters().faults();
        CharSequence hostile = new CharSequence() {
            @Override
            public int length() {
                return 1;
            }

            @Override
            public char charAt(int index) {
                return 'x';
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return this;
            }

            @Override
            public String toString() {
                throw new StackOverflowError();
            }
        };

        assertThat(Redaction.mask(hostile)).isEqualTo("[REDACTED]");
        assertThat(Redaction.namesSecret(null)).isTrue();
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults + 2);
    }
}
