package io.sreobservability.cloudwatch.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.cloudwatch.TelemetryBooks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A program ends at any moment, by itself or not. {@link LongRehearsals} kills a hundred. */
@Timeout(120)
class CrashTest {

    @RegisterExtension
    final TelemetryBooks books = new TelemetryBooks();

    @Test
    void whatWasOnTheDiskWhenAProgramWasKilledArrives(@TempDir Path buffer) throws Exception {
        Killings.Result result = new Killings(books, buffer, System.nanoTime()).run(3);

        assertThat(result.safe()).isPositive();
        assertThat(result.lost()).as("of %s", result).isZero();
        assertThat(buffer).isEmptyDirectory();
    }

    @Test
    void whatWasMadeWhenAProgramWasAskedToEndArrives(@TempDir Path buffer) throws Exception {
        Killings.Result result = new Killings(books, buffer, System.nanoTime()).end();

        assertThat(result.safe()).isPositive();
        assertThat(result.lost()).as("of %s", result).isZero();
        assertThat(buffer).isEmptyDirectory();
    }
}
