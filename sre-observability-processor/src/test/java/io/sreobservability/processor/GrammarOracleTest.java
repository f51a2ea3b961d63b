package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

/** Random names and keys through javac, a hundred methods at a time, against a reading of the grammar by hand. */
class GrammarOracleTest {
    /** The line of the first member in the compiled class. */
    private static final int FIRST_LINE = 8;

    /** What a tool span may be given as a fixed text of any form. */
    private static final Set<String> KEYS =
            Set.of("sre.investigation_id", "sre.user_id", "sre.session_id", "sre.query");

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void exactlyTheNamesOutsideTheGrammarAreRefused(@ForAll @Size(100) List<@From("names") String> names) {
        assertThat(refused(names, name -> "@ToolSpan(\"" + name + "\")"))
                .isEqualTo(expected(names, GrammarOracleTest::isToolName));
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void exactlyTheKeysOutsideTheRegistryAreRefused(@ForAll @Size(100) List<@From("keys") String> keys) {
        assertThat(refused(keys, key -> "@ToolSpan(\"tool.x\") @FixedAttribute(key = \"" + key + "\", value = \"v\")"))
                .isEqualTo(expected(keys, KEYS::contains));
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> word = Arbitraries.strings()
                .withChars("abz019_")
                .withChars("AZ-é ")
                .ofMinLength(0)
                .ofMaxLength(6);
        Arbitrary<String> good =
                Arbitraries.strings().withChars("abcxyz").ofMinLength(1).ofMaxLength(126);
        return Arbitraries.oneOf(
                word.map(text -> "tool." + text),
                good.map(text -> "tool." + text),
                word.list().ofMaxSize(4).map(words -> String.join(".", words)),
                Arbitraries.of(
                        "tool", "tool.", ".tool.a", "tool..a", "tool.a.b", "agent.a.execute", "tool.a_", "tool.a9"));
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> known = Arbitraries.of(KEYS);
        Arbitrary<String> other =
                Arbitraries.of("sre.timestamp", "sre.tool_name", "memory.query", "error.type", "", "sre");
        Arbitrary<String> mistyped = known.flatMap(key -> Arbitraries.integers()
                .between(0, key.length() - 1)
                .map(i -> key.substring(0, i) + "q" + key.substring(i + 1)));
        return Arbitraries.oneOf(known, other, mistyped);
    }

    /** {@code tool.} and one word of lower-case letters, digits and underscores that begins with a letter. */
    private static boolean isToolName(String name) {
        if (!name.startsWith("tool.") || name.length() == 5 || name.length() > 128) {
            return false;
        }
        for (int i = 5; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean later = (c >= '0' && c <= '9') || c == '_';
            if (!letter && !(later && i > 5)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Long> expected(List<String> texts, Predicate<String> accepted) {
        return IntStream.range(0, texts.size())
                .filter(i -> !accepted.test(texts.get(i)))
                .mapToObj(i -> (long) FIRST_LINE + i)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> refused(List<String> texts, UnaryOperator<String> annotations) {
        String members = IntStream.range(0, texts.size())
                .mapToObj(i -> annotations.apply(texts.get(i)) + " void m" + i + "() {}\n")
                .collect(Collectors.joining());
        Compilation compilation = Compiling.compile(Compiling.agent(members));
        return compilation.errors().stream()
                .map(error -> error.getLineNumber())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
