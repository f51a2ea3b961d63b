/**
 * A first-in, first-out queue of byte arrays in files, which survives the death of its process at any moment.
 *
 * <p>{@code SegmentQueue} is the queue, {@code Segment} one of its files, {@code SegmentCursor} reads one past damage, {@code
 * BufferDirectory} keeps processes apart and hands over what dead ones left. Knows nothing of telemetry; used by {@code
 * io.sreobservability.cloudwatch.buffer} only.
 */
@NullMarked
package io.sreobservability.cloudwatch.buffer.disk;

import org.jspecify.annotations.NullMarked;
