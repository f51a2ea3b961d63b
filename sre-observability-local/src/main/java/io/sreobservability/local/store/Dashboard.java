package io.sreobservability.local.store;

import java.time.Instant;

/**
 * A saved CloudWatch dashboard.
 *
 * @param body its JSON, exactly as it was put
 * @param lastModified when it was put
 */
public record Dashboard(String name, String body, Instant lastModified) {}
