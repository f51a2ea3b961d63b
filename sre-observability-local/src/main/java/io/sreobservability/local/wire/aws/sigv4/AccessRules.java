package io.sreobservability.local.wire.aws.sigv4;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may send.
 *
 * @param keys the access keys whose secrets are known
 * @param strict whether every request must be signed with one of them; otherwise only signatures by known keys are checked
 * @param region the only region that requests may be signed for; null for any
 */
public record AccessRules(
        List<AccessKey> keys, boolean strict, @Nullable String region) {

    /** What this library signs with in mode {@code local}: words, not credentials. */
    private static final AccessKey LOCAL = new AccessKey("local", "local");

    public AccessRules {
        keys = List.copyOf(keys);
    }

    /**
     * Anybody: traces and logs come unsigned, AWS requests in anybody's name. What is signed as {@code local} is checked all
     * the same, so that a mistake in signing shows before there is an account.
     */
    public static AccessRules open() {
        return new AccessRules(List.of(LOCAL), false, null);
    }

    /** As AWS: only what is rightly signed with one of these keys, for this region. */
    public static AccessRules strict(String region, AccessKey... keys) {
        return new AccessRules(List.of(keys), true, region);
    }

    @Nullable
    AccessKey find(String id) {
        for (AccessKey key : keys) {
            if (key.id().equals(id)) {
                return key;
            }
        }
        return null;
    }
}
