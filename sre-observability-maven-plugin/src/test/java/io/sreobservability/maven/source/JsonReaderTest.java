package io.sreobservability.maven.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.maven.source.JsonValue.JsonArray;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import io.sreobservability.maven.source.JsonValue.JsonText;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    @Test
    void everyValueKnowsItsLineColumnAndPath() throws Exception {
        JsonObject document = (JsonObject) JsonReader.read("f.json", "{\n  \"a\": [1, {\"b\": \"c\"}]\n}");

        JsonArray list = (JsonArray) document.member("a").orElseThrow();
        JsonObject inner = (JsonObject) list.items().get(1);

        assertThat(list.place()).hasToString("f.json:2:8 $.a");
        assertThat(inner.member("b").orElseThrow().place()).hasToString("f.json:2:18 $.a[1].b");
    }

    @Test
    void aCharacterBehindEscapesHasItsColumnInTheFile() throws Exception {
        JsonText text = (JsonText) JsonReader.read("f.json", "\"a\\n\\u00e9\\\"b\"");

        assertThat(text.text()).isEqualTo("a\né\"b");
        // The quote, a, \n, \u00e9 and \" stand before it.
        assertThat(text.source().at(4).column()).isEqualTo(13);
    }

    @Test
    void textsBeyondTheFirstBufferKeepTheirPlaces() throws Exception {
        String padding = "x".repeat(20_000);

        JsonArray list = (JsonArray) JsonReader.read("f.json", "[\"" + padding + "\",\n \"\\u00e9b\"]");
        JsonText last = (JsonText) list.items().get(1);

        assertThat(last.source().at(1)).isEqualTo(new Place("f.json", 2, 9, "$[1]"));
    }

    @Test
    void whatIsNotJsonIsRefusedAtItsPlace() {
        assertThatExceptionOfType(UnreadableTextException.class)
                .isThrownBy(() -> JsonReader.read("f.json", "{\n  \"a\": }"))
                .satisfies(e -> assertThat(e.place().line()).isEqualTo(2));
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflow() {
        assertThatExceptionOfType(UnreadableTextException.class)
                .isThrownBy(() -> JsonReader.read("f.json", "[".repeat(100_000)))
                .withMessageContaining("nesting");
    }
}
