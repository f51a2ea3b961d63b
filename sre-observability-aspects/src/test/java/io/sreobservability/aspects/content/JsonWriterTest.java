package io.sreobservability.aspects.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private enum Level {
        HIGH
    }

    private static final class Opaque {
        @Override
        public String toString() {
            throw new IllegalStateException("never called");
        }
    }

    @Test
    void everyKindOfValueHasItsForm() {
        Map<Object, Object> value = new LinkedHashMap<>();
        value.put("text", "a\"b\\c\n\u0001\u2028");
        value.put("numbers", new Object[] {1, 2L, 2.5, new BigDecimal("1E+3"), Double.NaN});
        value.put("flags", new boolean[] {true, false});
        value.put(Level.HIGH, Arrays.asList(Level.HIGH, null, 'c', Duration.ofSeconds(5)));
        value.put(7, Map.of());

        assertThat(JsonWriter.write(value, 1000))
                .isEqualTo("{\"text\":\"a\\\"b\\\\c\\n\\u0001\\u2028\",\"numbers\":[1,2,2.5,1E+3,\"NaN\"],"
                        + "\"flags\":[true,false],\"high\":[\"high\",null,\"c\",\"PT5S\"],\"7\":{}}");
    }

    @Test
    void anUnknownObjectIsItsClassNameAndItsToStringIsNotCalled() {
        assertThat(JsonWriter.write(new Opaque(), 200)).isEqualTo("\"" + Opaque.class.getName() + "\"");
    }

    @Test
    void anObjectThatHoldsItselfEndsAtTheDeepestLevel() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);

        assertThat(JsonWriter.write(loop, 200)).isEqualTo("[[[[[[[[\"...\"]]]]]]]]");
    }

    @Test
    void secretsAreTakenOutByKeyAndByForm() {
        Map<String, Object> value = new TreeMap<>(
                Map.of("apiKey", "abc", "db_password", 1234, "max_tokens", 100, "note", "mail bob@example.com"));

        assertThat(JsonWriter.write(value, 200))
                .isEqualTo("{\"apiKey\":\"[REDACTED]\",\"db_password\":\"[REDACTED]\",\"max_tokens\":100,"
                        + "\"note\":\"mail [REDACTED]\"}");
    }

    @Property(tries = 300)
    void anyValueIsValidJsonWithinTheLimit(
            @ForAll("values") Object value, @ForAll @IntRange(min = 1, max = 120) int max)
            throws JsonProcessingException {
        String json = JsonWriter.write(value, max);

        if (json != null) {
            assertThat(json.length()).isLessThanOrEqualTo(max);
            JSON.readTree(json);
        } else {
            assertThat(max).isLessThan(50);
        }
    }

    @Property
    void textThatFitsSurvivesTheRoundTrip(@ForAll("plainText") String text) throws JsonProcessingException {
        assertThat(JSON.readValue(JsonWriter.write(text, 10_000), String.class)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> plainText() {
        return Arbitraries.strings()
                .withChars("ab \"\\\n\t\u0000\u007f\u2028é漢\ud83d\ude00")
                .ofMaxLength(50);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.just(new Opaque()).asGeneric());
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).asGeneric(),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(10), inner)
                                .ofMaxSize(4)
                                .asGeneric()),
                0,
                3);
    }
}
