package io.sreobservability.cloudwatch.buffer;

import java.time.Duration;

/**
 * Bounds and times of one pipeline.
 *
 * @param memoryBytes the most that items in memory may take together, as far as can be told from outside
 * @param items the most items in memory
 * @param batchItems the most items of one export
 * @param delay how long an item waits for company at most
 * @param exportTimeout after which an export that has not ended counts as failed
 * @param shutdownBudget how long a shutdown may take that nobody gave another budget
 */
public record BufferSettings(
        long memoryBytes, int items, int batchItems, Duration delay, Duration exportTimeout, Duration shutdownBudget) {

    /** Beyond this an export ends, whatever number of items it has; AWS takes 5 MB. */
    static final long BATCH_BYTES = 3_000_000;

    /** An export that takes longer is taken for an outage in the making: what waits goes to the disk meanwhile. */
    static final Duration SLOW = Duration.ofSeconds(1);
}
