package io.sreobservability.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
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
            } else if (clean.charAt(i + 1) == 'u') {
                raw.append((char) Integer.parseInt(clean.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                assertThat(clean).isEqualTo("\\empty");
                i += clean.length();
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
    void whatFitsCanBeReadBack(
            @ForAll @StringLength(max = 170) String value, @ForAll @StringLength(max = 42) String name) {
        assertThat(decoded(value(value))).isEqualTo(value);
        assertThat(decoded(DimensionSanitizer.name(name))).isEqualTo(name);
    }

    @Property(tries = 300)
    void differentTextsStayDifferentHoweverLongTheyAre(
            @ForAll @StringLength(min = 1, max = 20) String unit,
            @ForAll @IntRange(max = 1100) int times,
            @ForAll @StringLength(max = 5) String one,
            @ForAll @StringLength(max = 5) String other) {
        Assume.that(!one.equals(other));
        String begin = unit.repeat(times);
        assertThat(value(begin + one)).isNotEqualTo(value(begin + other));
        assertThat(DimensionSanitizer.name(begin + one)).isNotEqualTo(DimensionSanitizer.name(begin + other));
    }

    @Property(tries = 200)
    void setsOfManyDimensionsStayDifferent(
            @ForAll @IntRange(max = 39) int changed, @ForAll @IntRange(max = 60) int length) {
        AttributesBuilder one = Attributes.builder();
        AttributesBuilder other = Attributes.builder();
        for (int i = 0; i < 40; i++) {
            one.put("key" + i, "v".repeat(length));
            other.put("key" + i, "v".repeat(length) + (i == changed ? "x" : ""));
        }
        List<Dimension> dimensions = DimensionSanitizer.dimensions(one.build());
        assertThat(dimensions).hasSize(30).isNotEqualTo(DimensionSanitizer.dimensions(other.build()));
        assertThat(dimensions).extracting(Dimension::name).doesNotHaveDuplicates();
        assertThat(dimensions.get(29).value()).matches("[ -~]{1,1024}");
    }

    @Property
    void anOrdinaryValueIsLeftAlone(
            @ForAll @CharRange(from = '!', to = '[') @StringLength(min = 1, max = 1024) String raw) {
        assertThat(value(raw)).isEqualTo(raw);
    }

    @Example
    void theCutKeepsWholeEscapesAndEndsInAHashOfTheWhole() {
        String hash = "\\\\~[0-9a-f]{16}";
        assertThat(value("a".repeat(1025))).matches("a{1006}" + hash);
        assertThat(value("a".repeat(1000) + "é".repeat(5))).matches("a{1000}\\\\u00e9" + hash);
        assertThat(value(" ".repeat(1024) + "x")).matches(" {1006}" + hash);
        assertThat(value("a".repeat(1018) + "é")).isEqualTo("a".repeat(1018) + "\\u00e9");
    }

    @Example
    void whatLooksEmptyOrLikeOneOfOurMarksIsToldApart() {
        assertThat(value("")).isEqualTo("\\empty");
        assertThat(value("\\empty")).isEqualTo("\\\\empty");
        assertThat(value(" ")).isEqualTo("\\u0020");
        assertThat(value(" \t")).isEqualTo("\\u0020\\u0009");
        assertThat(DimensionSanitizer.name("")).isEqualTo("\\empty");
        assertThat(DimensionSanitizer.name("::a")).isEqualTo("\\u003a:a");
        assertThat(DimensionSanitizer.dimensions(
                        Attributes.builder().put(":a", 1).put("a", 2).build()))
                .extracting(Dimension::name)
                .containsExactlyInAnyOrder("\\u003aa", "a");
    }

    @Example
    void whatIsTooManyGoesIntoTheLastDimension() {
        AttributesBuilder attributes = Attributes.builder();
        for (int i = 10; i < 41; i++) {
            attributes.put("key" + i, i == 40 ? "a;b=\\" : "v");
        }
        List<Dimension> dimensions = DimensionSanitizer.dimensions(attributes.build());
        assertThat(dimensions).hasSize(30);
        assertThat(dimensions.get(28).name()).isEqualTo("key38");
        assertThat(dimensions.get(29).name()).isEqualTo("\\more");
        assertThat(dimensions.get(29).value()).isEqualTo("key39\\=v\\;key40\\=a;b=\\\\\\;");
    }
}
