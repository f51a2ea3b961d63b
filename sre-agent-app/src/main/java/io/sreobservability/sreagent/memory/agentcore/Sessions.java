package io.sreobservability.sreagent.memory.agentcore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Namespace;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The sessions that events belong to, by AgentCore's rules. */
final class Sessions {
    private static final String OF_PREFERENCES = "preferences-default";

    private static final int LONGEST = 100;
    private static final int KEPT = 67;
    private static final int DIGEST_BYTES = 16;

    private Sessions() {}

    /**
     * A namespace's session: AgentCore knows no dots in it, wants a letter or digit first, and takes no more than 100
     * characters. Of a longer one the end is replaced by a digest, so that two stay two. Preferences have one of their own.
     */
    static String of(Namespace namespace) {
        if (namespace.strategy() == MemoryStrategy.USER_PREFERENCES) {
            return OF_PREFERENCES;
        }
        String session = namespace.session();
        if (session == null) {
            throw new IllegalArgumentException("a memory of this kind is stored in a session");
        }
        String name = session.replace('.', '-');
        String begun = Character.isLetterOrDigit(name.charAt(0)) ? name : "s" + name;
        return begun.length() <= LONGEST ? begun : begun.substring(0, KEPT) + "-" + digest(session);
    }

    private static String digest(String session) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(session.getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
