package io.sreobservability.aspects;

import io.sreobservability.aspects.standard.StandardAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The attributes by which the spans of one request are found again. Set on a span they are on all spans inside it, too. The
 * time, {@code sre.timestamp}, is set by the library itself.
 */
public final class Correlation {
    private Correlation() {}

    /**
     * Who asked, in which conversation, and what. What is {@code null} is left out.
     *
     * @param query is content: it leaves the process only where content capture is on, redacted and cut
     */
    public static AttributeSet of(@Nullable String userId, @Nullable String sessionId, @Nullable String query) {
        return AttributeSet.EMPTY
                .with(StandardAttributes.SRE_USER_ID, userId)
                .with(StandardAttributes.SRE_SESSION_ID, sessionId)
                .with(StandardAttributes.SRE_QUERY, query);
    }
}
