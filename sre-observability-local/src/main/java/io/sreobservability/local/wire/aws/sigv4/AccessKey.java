package io.sreobservability.local.wire.aws.sigv4;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that the stand-in knows.
 *
 * @param sessionToken what goes with temporary credentials; null for long-lived ones
 * @param expires when temporary credentials end; null for never
 */
public record AccessKey(
        String id,
        String secret,
        @Nullable String sessionToken,
        @Nullable Instant expires) {

    /** Long-lived credentials, as of an IAM user. */
    public AccessKey(String id, String secret) {
        this(id, secret, null, null);
    }

    @Override
    public String toString() {
        return "AccessKey{" + id + "}";
    }
}
