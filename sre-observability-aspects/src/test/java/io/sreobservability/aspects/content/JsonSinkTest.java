package io.sreobservability.aspects.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.aspects.redaction.Scope;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JsonSinkTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSink sink = new JsonSink();

    private String write(Object value, int maxLength) {
        sink.open(maxLength, Scope.SECRETS_AND_ADDRESSES);
        sink.value(value);
        return sink.close();
    }

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

        assertThat(write(value, 1000))
                .isEqualTo("{\"text\":\"a\\\"b\\\\c\\n\\u0001\\u2028\",\"numbers\":[1,2,2.5,1E+3,\"NaN\"],"
                        + "\"flags\":[true,false],\"high\":[\"high\",null,\"c\",\"PT5S\"],\"7\":{}}");
    }

    @Test
    void anUnknownObjectIsItsClassNameAndItsToStringIsNotCalled() {
        assertThat(write(new Opaque(), 200)).isEqualTo("\"" + Opaque.class.getName() + "\"");
    }

    @Test
    void anObjectThatHoldsItselfEndsAtTheDeepestLevel() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);

        assertThat(write(loop, 200)).isEqualTo("[[[[[[[[\"...\"]]]]]]]]");
    }

    @Test
    void secretsAreTakenOutByKeyAndByForm() {
        Map<String, Object> value = new TreeMap<>(
                Map.of("apiKey", "abc", "db_password", 1234, "max_tokens", 100, "note", "mail bob@example.com"));

        assertThat(write(value, 200))
                .isEqualTo("{\"apiKey\":\"[REDACTED]\",\"db_password\":\"[REDACTED]\",\"max_tokens\":100,"
                        + "\"note\":\"mail [REDACTED]\"}");
    }

    @Test
    void aNumberOfACardIsTakenOutWhateverItsType() {
        long card = 4111_1111_1111_1111L;
        List<Object> numbers = List.of(
                card, -card, BigInteger.valueOf(card), BigDecimal.valueOf(card), (double) card, new long[] {card});

        assertThat(write(numbers, 500)).doesNotContain("4111", "4.111").contains("[\"[REDACTED]\"]");
        assertThat(write(List.of(4111_1111_1111_1112L, 1732273600000000000L, 5), 100))
                .isEqualTo("[4111111111111112,1732273600000000000,5]");
    }

    @Test
    void aNameBesideAValueSaysThatItIsASecretInAnyOrder() {
        Map<String, Object> nameFirst = new LinkedHashMap<>();
        nameFirst.put("name", "DB_PASSWORD");
        nameFirst.put("value", "hunter2");
        Map<String, Object> valueFirst = new LinkedHashMap<>();
        valueFirst.put("Value", List.of("hunter2"));
        valueFirst.put("Key", "DB_PASSWORD");
        valueFirst.put("more", 1);

        assertThat(write(List.of(nameFirst, valueFirst, Map.of("name", "PORT"), Map.of("value", "5432")), 500))
                .isEqualTo("[{\"name\":\"DB_PASSWORD\",\"value\":\"[REDACTED]\"},"
                        + "{\"Value\":\"[REDACTED]\",\"Key\":\"DB_PASSWORD\",\"more\":1},"
                        + "{\"name\":\"PORT\"},{\"value\":\"5432\"}]");
    }

    @Property(tries = 50)
    void aValueThatIsFoundToBeASecretGoesAtEveryLength(@ForAll @IntRange(min = 1, max = 80) int max)
            throws JsonProcessingException {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("value", "abc");
        value.put("name", "token");
        value.put("flag", true);

        String json = write(value, max);

        if (json != null) {
            assertThat(json.length()).isLessThanOrEqualTo(max);
            assertThat(JSON.readTree(json).path("name").asText().equals("token") && json.contains("abc"))
                    .isFalse();
        }
    }

    @Test
    void anOptionSaysThatTheNextElementIsASecret() {
        assertThat(write(List.of("--password", "hunter2", "-v", "--token", 1234, List.of("--token"), "x"), 500))
                .isEqualTo("[\"--password\",\"[REDACTED]\",\"-v\",\"--token\",\"[REDACTED]\",[\"--token\"],\"x\"]");
    }

    @Test
    void hugeNamesAndTextsCostNoMoreThanLongOnes() {
        String huge = "password=x ".repeat(2_000_000);
        StringBuilder builder = new StringBuilder();
        builder.append(huge);
        List<Object> values = List.of(Map.of(huge, 1), builder, Map.of(builder, 1), huge.toCharArray());
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Object value : values) {
            write(value, 200);
            long before = threads.getCurrentThreadAllocatedBytes();
            write(value, 200);

            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200_000);
        }
    }

    @Property(tries = 300)
    void anyValueIsValidJsonWithinTheLimit(
            @ForAll("values") Object value, @ForAll @IntRange(min = 1, max = 120) int max)
            throws JsonProcessingException {
        String json = write(value, max);

        if (json != null) {
            assertThat(json.length()).isLessThanOrEqualTo(max);
            JSON.readTree(json);
        } else {
            assertThat(max).isLessThan(50);
        }
    }

    @Property(tries = 200)
    void aDocumentIsValidAtEveryLengthAndWholeOnceItFits(@ForAll("values") Object value)
            throws JsonProcessingException {
        String whole = write(value, 100_000);
        for (int max = 1; max <= whole.length() + 1; max++) {
            String json = write(value, max);
            if (json != null) {
                assertThat(json.length()).isLessThanOrEqualTo(max);
                JSON.readTree(json);
            }
        }

        assertThat(write(value, whole.length() + JsonSink.MAX_DEPTH)).isEqualTo(whole);
    }

    @Property(tries = 200)
    void aCutNeverSplitsACodePointAndLosesNothingBeforeIt(
            @ForAll("plainText") String text, @ForAll @IntRange(min = 3, max = 60) int max)
            throws JsonProcessingException {
        String json = write(text, max);

        String read = json == null ? "" : JSON.readValue(json, String.class);
        assertThat(text).startsWith(read);
        assertThat(text.codePointCount(0, read.length()) + text.codePointCount(read.length(), text.length()))
                .isEqualTo(text.codePointCount(0, text.length()));
    }

    @Test
    void whatThrowsInTheMiddleLeavesTheSinkFitForTheNextDocument() {
        List<Object> hostile = new AbstractList<>() {
            @Override
            public Object get(int index) {
                if (index == 1) {
                    throw new IllegalStateException("hostile");
                }
                return Map.of("a", List.of(1));
            }

            @Override
            public int size() {
                return 2;
            }
        };

        assertThatThrownBy(() -> write(Map.of("list", hostile), 100)).hasMessage("hostile");
        assertThat(write(List.of(1), 100)).isEqualTo("[1]");
    }

    @Test
    void nothingMoreIsReadOnceTheDocumentIsFull() {
        AtomicInteger read = new AtomicInteger();
        Iterable<String> endless =
                () -> Stream.generate(() -> "element " + read.incrementAndGet()).iterator();
        List<String> list = new AbstractList<>() {
            @Override
            public Iterator<String> iterator() {
                return endless.iterator();
            }

            @Override
            public String get(int index) {
                throw new AssertionError("not by index");
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };

        assertThat(write(List.of(list, "left out"), 100)).endsWith("]]").hasSizeLessThanOrEqualTo(100);
        assertThat(read.get()).isLessThan(20);
    }

    @Test
    void valuesGivenOneByOneMakeTheSameDocument() {
        sink.open(100, Scope.SECRETS_AND_ADDRESSES);
        assertThat(sink.beginObject()).isTrue();
        assertThat(sink.key("list")).isTrue();
        assertThat(sink.beginArray()).isTrue();
        sink.value(1);
        sink.value((String) null);
        sink.value('c');
        sink.value(1.5f);
        sink.endArray();
        assertThat(sink.key((Object) Level.HIGH)).isTrue();
        sink.value(Level.HIGH);
        assertThat(sink.key("password")).isTrue();
        assertThat(sink.beginArray()).as("a secret is no structure to walk").isFalse();
        assertThat(sink.key("note")).isTrue();
        sink.redacted();
        sink.endObject();

        assertThat(sink.close())
                .isEqualTo("{\"list\":[1,null,\"c\",1.5],\"high\":\"high\",\"password\":\"[REDACTED]\","
                        + "\"note\":\"[REDACTED]\"}");
    }

    @Property
    void textThatFitsSurvivesTheRoundTrip(@ForAll("plainText") String text) throws JsonProcessingException {
        assertThat(JSON.readValue(write(text, 10_000), String.class)).isEqualTo(text);
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
