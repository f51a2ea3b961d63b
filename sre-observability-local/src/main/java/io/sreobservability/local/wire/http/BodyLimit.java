package io.sreobservability.local.wire.http;

/**
 * How large a request body may be.
 *
 * @param wireBytes as sent
 * @param plainBytes after decompression
 */
public record BodyLimit(int wireBytes, int plainBytes) {}
