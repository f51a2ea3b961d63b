package io.sreobservability.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

class DimensionSanitizerTest {

    private static String value(String raw) {
        return DimensionSanitizer.dimensions(Attributes.of(AttributeKey.stringKey("Name"), raw))
                .get(0)
                .value();
    }

    /** Reads the escapes back. */
    private static String decoded(String clean) {
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < clean.length(); i++) {
            if (clean.charAt(i) != '\\') {
                raw.append(clean.charAt(i));
            } else if (clean.charAt(i + 1) == '\\') {
                raw.append('\\');
                i += 1;
            } else {
                raw.append((char) Integer.parseInt(clean.substring(i + 2, i + 6), 16));
                i += 5;
            }
        }
        return raw.toString();
    }

    @Property
    void anyValueBecomesOneThatCloudWatchTakes(@ForAll @StringLength(max = 3000) String raw) {
        assertThat(value(raw)).matches("[ -~]{1,1024}").isNotBlank();
    }

    @Property
    void anyNameBecomesOneThatCloudWatchTakes(@ForAll @StringLength(max = 600) String raw) {
        assertThat(DimensionSanitizer.name(raw)).matches("(?!:)[ -~]{1,255}").isNotBlank();
    }

    @Property
    void differentValuesStayDifferent(@ForAll @StringLength(min = 1, max = 100) String raw) {
        if (!raw.isBlank()) {
            assertThat(decoded(value(raw))).isEqualTo(raw);
        }
    }

    @Property
    void anOrdinaryValueIsLeftAlone(
            @ForAll @CharRange(from = '!', to = '[') @StringLength(min = 1, max = 1024) String raw) {
        assertThat(value(raw)).isEqualTo(raw);
    }

    @Example
    void theCutKeepsWholeEscapes() {
        assertThat(value("a".repeat(1020) + "é")).isEqualTo("a".repeat(1020));
        assertThat(value("a".repeat(1018) + "éb")).isEqualTo("a".repeat(1018) + "\\u00e9");
        assertThat(value(" ".repeat(1024) + "x")).isEqualTo("unknown");
    }

    @Example
    void emptyAndBlankBecomeUnknown() {
        assertThat(value("")).isEqualTo("unknown");
        assertThat(value(" \t")).isEqualTo("unknown");
        assertThat(DimensionSanitizer.name("::")).isEqualTo("unknown");
        assertThat(DimensionSanitizer.name(":Operation")).isEqualTo("Operation");
    }

    @Example
    void atMost30DimensionsAndNoNameTwice() {
        AttributesBuilder attributes = Attributes.builder();
        for (int i = 0; i < 40; i++) {
            attributes.put("key" + i, i);
        }
        assertThat(DimensionSanitizer.dimensions(attributes.build())).hasSize(30);
        assertThat(DimensionSanitizer.dimensions(
                        Attributes.builder().put(":a", 1).put("a", 2).build()))
                .extracting(Dimension::name)
                .containsExactly("a");
    }
}
