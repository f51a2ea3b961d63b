/**
 * Between the SDK and the exporters: keeps ended spans and log records until their receiver has acknowledged them.
 *
 * <p>A processor ({@code BufferedSpanProcessor}, {@code BufferedLogProcessor}) puts each item into the {@code Inbox}, on the
 * program's thread and without waiting. A worker ({@code Pipeline}) moves it to the {@code Backlog}, a queue whose front is on
 * the disk and whose end is in memory, and sends the front in parts ({@code Batch}, {@code Attempt}) through the exporter.
 * Every item ends in the books of {@code delivery}.
 *
 * <p>Used by the set-up in {@code io.sreobservability.cloudwatch} only.
 */
@NullMarked
package io.sreobservability.cloudwatch.buffer;

import org.jspecify.annotations.NullMarked;
