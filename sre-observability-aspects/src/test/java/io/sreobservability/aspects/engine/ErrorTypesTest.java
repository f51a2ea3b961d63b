package io.sreobservability.aspects.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Timeout",
                "rate_limited",
                "_OTHER",
                "java.net.SocketTimeoutException",
                "com.acme.Tool$NotFound",
                "k8s:not-found"
            })
    void aClassNameOrAnErrorCodeIsATypeAsItIs(String type) {
        assertThat(ErrorTypes.ofValue(type)).isEqualTo(type);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "user alice@example.com not found",
                "Timeout\n",
                "Timeout after 30 s",
                "password=hunter2",
                "größe",
                "-1",
                "{\"code\":5}"
            })
    void aMessageIsNoType(String message) {
        assertThat(ErrorTypes.ofValue(message)).isEqualTo(ErrorTypes.OTHER);
    }

    @Test
    void aKeyIsNoTypeThoughItLooksLikeACode() {
        assertThat(ErrorTypes.ofValue("gh" + "p_abcdefghijklmnopqrstuvwxyz0123456789"))
                .isEqualTo(ErrorTypes.OTHER);
    }

    @Property
    void whateverTextIsReturnedATypeHasNoSpacesAndIsShort(@ForAll String text) {
        String type = ErrorTypes.ofValue(text);

        assertThat(type).isIn(text, ErrorTypes.OTHER).hasSizeBetween(1, 128);
        assertThat(type.chars())
                .allMatch(c -> c > ' ' && c < 127)
                .noneMatch(c -> "@=/\\'\"{}<>()[],;!?%&".indexOf(c) >= 0);
    }

    @Property
    void codesAreKeptUpToTheLimitAndNoFurther(@ForAll("codes") String code) {
        assertThat(ErrorTypes.ofValue(code)).isEqualTo(code.length() <= 128 ? code : ErrorTypes.OTHER);
    }

    /** With one colon alone: behind another, chance makes a password of what follows, as in {@code pwd:a}. */
    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars('_', '.', '$', '-')
                .ofMaxLength(160)
                .map(rest -> "E:" + rest);
    }
}
