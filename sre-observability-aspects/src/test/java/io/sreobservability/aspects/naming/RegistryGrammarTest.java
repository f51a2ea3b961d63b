package io.sreobservability.aspects.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.name.Template;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The grammar of names is written twice, because the run time must not carry the registry: what one of them makes or
 * accepts, the other accepts.
 */
class RegistryGrammarTest {
    @Example
    void bothKnowTheSameLongestName() {
        assertThat(NameGrammar.MAX_NAME_LENGTH).isEqualTo(SpanName.MAX_LENGTH);
    }

    @Property
    void theRegistryAcceptsWhateverNormaliseGives(@ForAll("texts") String text) {
        assertThat(SpanName.isWord(NameGrammar.normalise(text, NameGrammar.MAX_NAME_LENGTH)))
                .isTrue();
    }

    @Property
    void bothAcceptTheSameParts(@ForAll("texts") String text) {
        assertThat(NameGrammar.isPart(text)).isEqualTo(SpanName.isWord(text));
    }

    @Property
    void whatTheCompilerProposesForANameTheRunTimeLeavesAlone(@ForAll("texts") String text) {
        SpanName.corrected(text)
                .flatMap(SpanName::parse)
                .ifPresent(name -> assertThat(name.segments()).allMatch(part -> NameGrammar.isPart(part.text())));
    }

    @Property
    void aNameBuiltByTheRunTimeIsANameOfTheRegistry(@ForAll("texts") String tool) {
        String template = "tool.{tool_name}.attempt";

        SpanNames names = new SpanNaming(template, "{tool_name}", List.of(), Map.of()).resolve(new String[] {tool});

        assertThat(SpanName.parse(names.spanName())).isPresent();
        assertThat(names.spanName()).hasSizeLessThanOrEqualTo(SpanName.MAX_LENGTH);
        assertThat(new Template(template).fill(Map.of("tool_name", names.componentName())))
                .isEqualTo(names.spanName());
    }

    /** Any text, and text that is nearly a name. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly = Arbitraries.strings()
                .withChars("abyzABYZ0189_-. {}\n")
                .withChars('\u00df', '\u0130', '\u0660')
                .ofMaxLength(200);
        return Arbitraries.oneOf(nearly, Arbitraries.strings());
    }
}
