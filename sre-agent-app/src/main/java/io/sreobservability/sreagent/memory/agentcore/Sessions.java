package io.sreobservability.sreagent.memory.agentcore;

import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Namespace;

/** The sessions that events belong to, by AgentCore's rules. */
final class Sessions {
    private static final String OF_PREFERENCES = "preferences-default";

    private Sessions() {}

    /** A namespace's session: AgentCore knows no dots in it, and wants a letter or digit first. Preferences have one of their own. */
    static String of(Namespace namespace) {
        if (namespace.strategy() == MemoryStrategy.USER_PREFERENCES) {
            return OF_PREFERENCES;
        }
        String session = namespace.session();
        if (session == null) {
            throw new IllegalArgumentException("a memory of this kind is stored in a session");
        }
        String name = session.replace('.', '-');
        return Character.isLetterOrDigit(name.charAt(0)) ? name : "s" + name;
    }
}
