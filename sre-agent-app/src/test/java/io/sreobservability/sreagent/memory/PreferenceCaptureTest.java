package io.sreobservability.sreagent.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceCaptureTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pods crash. Escalate to alice.manager@company.com.|alice.manager@company.com",
                "escalate critical issues to first.last+sre@eu.west.company.co.uk, please|first.last+sre@eu.west.company.co.uk",
                "if it gets worse contact ops@company.com!|ops@company.com",
                "reach out to on-call@company.com|on-call@company.com",
                "page @jane.doe. Then wait|@jane.doe",
                "Notify @sre-oncall about it|@sre-oncall",
                "tell (no one) but escalate to @a|@a"
            })
    void whomToReachIsReadWithItsDots(String text, String contact) {
        assertThat(capture(text)).singleElement().satisfies(preference -> {
            assertThat(preference.preferenceType()).isEqualTo(PreferenceType.ESCALATION);
            assertThat(preference.preferenceValue()).isEqualTo(Map.of("primary_contact", contact));
        });
    }

    @Test
    void aSecondContactIsTheSecondary() {
        assertThat(capture("escalate to a.b@c.com and @oncall").get(0).preferenceValue())
                .isEqualTo(Map.of("primary_contact", "a.b@c.com", "secondary_contact", "@oncall"));
    }

    @Test
    void channelsAreWhereUpdatesGo() {
        assertThat(capture("send updates to #sre-team, #alerts.prod and post the summary in #exec."))
                .singleElement()
                .satisfies(preference -> {
                    assertThat(preference.preferenceType()).isEqualTo(PreferenceType.NOTIFICATION);
                    assertThat(preference.preferenceValue())
                            .isEqualTo(Map.of("channels", List.of("#sre-team", "#alerts.prod", "#exec")));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "API response times have degraded 3x in the last hour",
                "why do logins of jane.doe@company.com fail?",
                "do not escalate to boss@company.com",
                "never notify #all",
                "escalate",
                "contact details of pod #3f are where?"
            })
    void whatIsNoWishIsNone(String text) {
        assertThat(capture(text)).isEmpty();
    }

    @Test
    void aHostileTextTakesNoTime() {
        String text = "escalate to " + "a.".repeat(2000) + " " + "notify ".repeat(1000) + "@".repeat(1000);

        assertThat(capture(text)).isEmpty();
    }

    @Property(tries = 300)
    void noTextBreaksIt(@ForAll String before, @ForAll String after) {
        List<UserPreference> wishes = capture(before + " escalate to x.y@z.com " + after);

        assertThat(wishes)
                .allSatisfy(wish -> assertThat(MemoryJson.read(wish.strategy(), MemoryJson.write(wish)))
                        .contains(wish));
    }

    private static List<UserPreference> capture(String text) {
        return PreferenceCapture.from("Alice", text, NOW);
    }
}
