package io.sreobservability.aspects.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class IsoTimestampTest {
    @Property
    void theTextIsTheMomentCutToMilliseconds(
            @ForAll @Size(min = 1, max = 3) java.util.List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> moments) {
        IsoTimestamp timestamps = new IsoTimestamp();

        for (long epochNanos : moments) {
            Instant moment = Instant.EPOCH.plusNanos(epochNanos).truncatedTo(ChronoUnit.MILLIS);
            assertThat(timestamps.format(epochNanos))
                    .hasSize(24)
                    .satisfies(text -> assertThat(Instant.parse(text)).isEqualTo(moment));
        }
    }
}
