package io.sreobservability.testing.recording;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A span of a test, ended or not.
 *
 * @param data what it held when the test was asked about it
 * @param contentCaptured whether content capture was on when it started or ended
 */
public record RecordedSpan(SpanData data, boolean contentCaptured) {}
