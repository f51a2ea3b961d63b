package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.UserPreference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPreferencesTest {

    @Test
    void theSeedsUsersAreReadAsTheyAreWritten() {
        UserPreferences alice = new UserPreferences(Seed.standard().preferencesOf("Alice"));
        UserPreferences carol = new UserPreferences(Seed.standard().preferencesOf("Carol"));

        assertThat(alice.style())
                .isEqualTo(new StylePreferences(
                        false, true, true, false, false, alice.style().timezone()));
        assertThat(carol.style())
                .isEqualTo(new StylePreferences(
                        true, true, false, true, true, carol.style().timezone()));
        assertThat(alice.workflow())
                .isEqualTo(
                        new WorkflowPreferences(true, Optional.of(true), Optional.of(Duration.ofMinutes(30)), false));
        assertThat(carol.workflow())
                .isEqualTo(
                        new WorkflowPreferences(false, Optional.of(true), Optional.of(Duration.ofMinutes(15)), true));
        assertThat(carol.notification().withMetrics()).isFalse();
        assertThat(carol.notification().summaryOnly()).isTrue();
        assertThat(alice.escalation().threshold()).contains(Severity.HIGH);
        assertThat(carol.style().timezone().getRules().getOffset(Instant.EPOCH)).isEqualTo(ZoneOffset.ofHours(-5));
    }

    @Test
    void theLaterOfTwoSettingsCountsInWhateverOrderTheyCome() {
        UserPreference early = escalation("a@b.example", 1);
        UserPreference late = escalation("c@d.example", 2);

        assertThat(new UserPreferences(List.of(late, early)).escalation().primaryContact())
                .contains("c@d.example");
    }

    @Test
    void nothingKnownRefusesNothing() {
        UserPreferences none = new UserPreferences(List.of());

        assertThat(none.style()).isEqualTo(new StylePreferences(false, true, true, false, false, ZoneOffset.UTC));
        assertThat(none.workflow().approvesSimplePlans()).isEmpty();
        assertThat(none.notification().withMetrics()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "soon", "-5", "1e9", "99999", ""})
    void aLongestTimeThatIsNoneIsIgnored(String minutes) {
        Map<String, Object> settings = Map.of("max_investigation_time_minutes", minutes);

        assertThat(WorkflowPreferences.of(new PreferenceSettings(settings)).longest())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowhere/Land", "", "24:00"})
    void aTimezoneThatIsNoneIsUtc(String zone) {
        Map<String, Object> settings = Map.of("preferred_timezone", zone);

        assertThat(StylePreferences.of(new PreferenceSettings(settings)).timezone())
                .isEqualTo(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource({
        "22:00-08:00, 23:30, true",
        "22:00-08:00, 07:59, true",
        "22:00-08:00, 08:00, false",
        "22:00 - 08:00, 21:59, false",
        "12:00-13:00, 12:00, true",
        "12:00-13:00, 11:00, false"
    })
    void quietHoursMayGoOverMidnight(String hours, LocalTime time, boolean quiet) {
        assertThat(QuietHours.parse(hours))
                .hasValueSatisfying(it -> assertThat(it.cover(time)).isEqualTo(quiet));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at night", "22:00", "22:00-", "25:00-08:00", "1-2-3"})
    void quietHoursThatAreNoneAreIgnored(String hours) {
        assertThat(QuietHours.parse(hours)).isEmpty();
    }

    private static UserPreference escalation(String contact, long at) {
        return new UserPreference(
                "Bob", PreferenceType.ESCALATION, Map.of("primary_contact", contact), "", Instant.ofEpochSecond(at));
    }
}
