package io.sreobservability.cloudwatch.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at any moment. {@link LongRehearsals} does it a hundred times. */
@Timeout(120)
class CrashTest {

    @Test
    void whatWasOnTheDiskWhenAProgramWasKilledArrives(@TempDir Path buffer) throws Exception {
        Killings.Result result = new Killings(buffer, System.nanoTime()).run(3);

        assertThat(result.safe()).isPositive();
        assertThat(result.lost()).as("of %s", result).isZero();
        assertThat(buffer).isEmptyDirectory();
    }
}
