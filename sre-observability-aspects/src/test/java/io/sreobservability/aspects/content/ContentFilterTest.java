package io.sreobservability.aspects.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.attribute.Sensitivity;
import io.sreobservability.aspects.redaction.Redactor;
import io.sreobservability.aspects.redaction.Scope;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Texts that were seen before are known, which must make no difference. */
class ContentFilterTest {
    private static final String ADDRESS = "alice" + "@" + "example.com";

    private static final AttributeDefinition<String> IDENTIFIER = AttributeDefinition.string("sre.user_id")
            .sensitivity(Sensitivity.IDENTIFIER)
            .build();
    private static final AttributeDefinition<String> OTHER =
            AttributeDefinition.string("sre.note").build();
    private static final AttributeDefinition<String> SHORT =
            AttributeDefinition.string("sre.short").maxLength(8).build();

    @Property(tries = 500)
    void aTextLeavesInTheSameFormHoweverOftenItWasSeen(@ForAll("texts") String text) {
        for (int i = 0; i < 3; i++) {
            assertThat(ContentFilter.text(IDENTIFIER, text, false))
                    .isEqualTo(Redactor.redact(text, Scope.SECRETS, IDENTIFIER.maxLength()));
            assertThat(ContentFilter.text(OTHER, text, false))
                    .isEqualTo(Redactor.redact(text, Scope.SECRETS_AND_ADDRESSES, OTHER.maxLength()));
            assertThat(ContentFilter.text(SHORT, text, false))
                    .isEqualTo(Redactor.redact(text, Scope.SECRETS_AND_ADDRESSES, SHORT.maxLength()));
        }
    }

    @Test
    void anAddressThatMayNameAUserIsStillTakenOutOfEverythingElse() {
        assertThat(ContentFilter.text(IDENTIFIER, ADDRESS, false)).isEqualTo(ADDRESS);
        assertThat(ContentFilter.text(IDENTIFIER, ADDRESS, false)).isSameAs(ADDRESS);

        assertThat(ContentFilter.text(OTHER, ADDRESS, false)).isEqualTo(Redactor.REDACTED);
    }

    /** Few enough that some share their place among the known ones, and some come again. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 400).map(number -> "/sre/users/user_" + number),
                Arbitraries.of("Aa", "BB", "", "password=hunter2", "alice", ADDRESS, "key AKIAABCDEFGHIJKLMNOP"),
                Arbitraries.strings().ofMaxLength(80));
    }
}
