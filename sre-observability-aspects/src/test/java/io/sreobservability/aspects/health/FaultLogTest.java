package io.sreobservability.aspects.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultLogTest {
    private final EngineCounters counters = new EngineCounters();
    private final List<String> warnings = new ArrayList<>();
    private long now = Long.MAX_VALUE - 10; // a nanosecond clock may overflow at any time
    private final FaultLog log =
            new FaultLog(counters, () -> now, (count, latest) -> warnings.add(count + " " + latest));

    @Test
    void everyFaultIsCountedAndAtMostOneAMinuteIsLogged() {
        for (int i = 0; i < 1_000; i++) {
            log.record(new IllegalStateException());
        }
        now += TimeUnit.SECONDS.toNanos(59);
        log.record(new IllegalStateException());
        now += TimeUnit.SECONDS.toNanos(2);
        log.record(new IllegalStateException());

        assertThat(counters.faults()).isEqualTo(1_002);
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(1)).startsWith("1002 java.lang.IllegalStateException at ");
    }

    @Test
    void anOverflowIsOnlyCountedBecauseALoggerMustNotBeSetUpWhereThereIsNoStackLeft() {
        log.record(new StackOverflowError());
        assertThat(warnings).isEmpty();

        log.record(new IllegalStateException());

        assertThat(counters.faults()).isEqualTo(2);
        assertThat(warnings).singleElement().asString().startsWith("2 java.lang.IllegalStateException");
    }

    @Test
    void theMessageOfAFaultIsNotLoggedBecauseItMayHoldContent() {
        log.record(new IllegalStateException("secret"));

        assertThat(warnings).singleElement().asString().doesNotContain("secret");
    }

    @Test
    void aThrowableThatDoesNotWantToBeLookedAtIsNamedAndTakesNobodysTurn() {
        log.record(new Hostile());

        assertThat(warnings).containsExactly("1 " + Hostile.class.getName());
    }

    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new AssertionError("may also never return");
        }
    }

    @Test
    void aBrokenLoggerIsOneMoreThingToSwallow() {
        FaultLog broken = new FaultLog(counters, () -> now, (count, latest) -> {
            throw new NoClassDefFoundError("logger");
        });

        broken.record(new IllegalStateException());

        assertThat(counters.faults()).isEqualTo(1);
    }
}
