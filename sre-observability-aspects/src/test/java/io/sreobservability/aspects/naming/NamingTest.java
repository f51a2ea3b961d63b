package io.sreobservability.aspects.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
    @ParameterizedTest
    @CsvSource({
        "get_pods, get_pods",
        "a__b_, a__b_",
        "GetPods, get_pods",
        "getPodsByHTTP2Status, get_pods_by_http2_status",
        "HTTPServer, http_server",
        "get-pods status, get_pods_status",
        "42answers, n_42answers",
        "'__x__', x",
        "'', unknown",
        "'¡!', unknown",
        "größe, gr_e"
    })
    void aPartBecomesTheNearestOneWithinTheGrammar(String text, String part) {
        assertThat(NameGrammar.normalise(text, 128)).isEqualTo(part);
    }

    @Property
    void anyTextBecomesAValidPartOfBoundedLength(@ForAll String text, @ForAll @IntRange(min = 1, max = 130) int max) {
        String part = NameGrammar.normalise(text, max);

        assertThat(NameGrammar.isPart(part)).isTrue();
        assertThat(part.length()).isLessThanOrEqualTo(max);
        assertThat(NameGrammar.normalise(part, max)).isEqualTo(part);
    }

    @Property
    void aSpanNameIsNeverTooLongAndKeepsItsLiterals(@ForAll String tool) {
        SpanNaming naming = new SpanNaming("tool.{tool_name}.attempt", "{tool_name}", List.of("{tool_name}"), Map.of());

        SpanNames names = naming.resolve(new String[] {tool.repeat(20)});

        assertThat(names.spanName()).matches("tool\\.[a-z][a-z0-9_]*\\.attempt").hasSizeLessThanOrEqualTo(128);
        assertThat(names.spanName()).isEqualTo("tool." + names.derived().get(0) + ".attempt");
        assertThat(names.componentName()).isEqualTo(names.derived().get(0));
    }

    @Test
    void severalPlaceholdersAreFilledByName() {
        SpanNaming naming = new SpanNaming("a.{x}.{y}", "{y}", List.of("{y}-{x}"), Map.of());

        SpanNames names = naming.resolve(new String[] {"one", "two"});

        assertThat(names).isEqualTo(new SpanNames("a.one.two", "two", List.of("two-one"), false));
    }

    @Test
    void aWordOutsideAClosedSetIsNamedOther() {
        SpanNaming naming = new SpanNaming(
                "memory.{operation}.{x}", "{operation}", List.of(), Map.of("operation", Set.of("retrieve", "store")));

        assertThat(naming.resolve(new String[] {"store", "any"}))
                .isEqualTo(new SpanNames("memory.store.any", "store", List.of(), false));
        assertThat(naming.resolve(new String[] {"drop_all", "any"}))
                .isEqualTo(new SpanNames("memory.other.any", "other", List.of(), true));
        assertThat(naming.resolve(new String[] {null, "any"}).spanName()).isEqualTo("memory.other.any");
        assertThat(naming.resolve(new String[] {"Store", "any"}))
                .isEqualTo(new SpanNames("memory.store.any", "store", List.of(), true));
    }

    @Test
    void aListedWordIsNeverCut() {
        String word = "w".repeat(70);
        SpanNaming naming = new SpanNaming("plan.{a}.{b}", "{a}", List.of(), Map.of("a", Set.of(word)));

        assertThat(naming.resolve(new String[] {word, "x"}))
                .isEqualTo(new SpanNames("plan." + word + ".x", word, List.of(), false));
        assertThat(naming.resolve(new String[] {"w".repeat(69), "x"}).spanName())
                .isEqualTo("plan.other.x");
        assertThat(naming.resolve(new String[] {word, "x".repeat(200)}).spanName())
                .as("the open part takes the rest of the room")
                .isEqualTo("plan." + word + "." + "x".repeat(52))
                .hasSize(NameGrammar.MAX_NAME_LENGTH);
    }

    @Property
    void aClosedPlaceholderNeverTakesAnotherWord(@ForAll String word) {
        SpanNaming naming = new SpanNaming("tool.{t}", "", List.of(), Map.of("t", Set.of("a", "b")));

        assertThat(naming.resolve(new String[] {word}).spanName()).isIn("tool.a", "tool.b", "tool.other");
    }

    @Test
    void builtNamesAreKeptWithinABound() {
        SpanNaming naming = new SpanNaming("tool.{tool_name}", "", List.of(), Map.of());
        for (int i = 0; i < 10_000; i++) {
            assertThat(naming.resolve(new String[] {"t" + i}).spanName()).isEqualTo("tool.t" + i);
        }

        assertThat(naming.keptCount()).isEqualTo(SpanNaming.MAX_KEPT);
        assertThat(naming.resolve(new String[] {"t1"})).isSameAs(naming.resolve(new String[] {"t1"}));
    }

    @Test
    void aSecretIsInNoNameAndNotKept() {
        SpanNaming naming = new SpanNaming("tool.{tool_name}", "{tool_name}", List.of("{tool_name}"), Map.of());
        String secret = "gh" + "p_abcdefghijklmnopqrstuvwxyz0123456789";

        assertThat(naming.resolve(new String[] {secret}))
                .isEqualTo(new SpanNames("tool.redacted", "redacted", List.of("redacted"), true));
        assertThat(naming.resolve(new String[] {"mail bob@example.com"}).spanName())
                .isEqualTo("tool.redacted");
        assertThat(naming.keptCount()).isZero();
    }

    @Test
    void aMissingPartIsUnknownAndNotTheTextNull() {
        SpanNaming naming = new SpanNaming("tool.{tool_name}", "", List.of(), Map.of());

        assertThat(naming.resolve(new String[] {null})).isEqualTo(new SpanNames("tool.unknown", "", List.of(), true));
        assertThat(naming.resolve(new String[] {"null"})).isEqualTo(new SpanNames("tool.null", "", List.of(), false));
    }

    @Test
    void aBrokenTemplateIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NameTemplate.parse("tool.{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> NameTemplate.parse("tool.{name"));
    }
}
