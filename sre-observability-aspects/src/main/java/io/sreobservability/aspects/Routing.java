package io.sreobservability.aspects;

import io.sreobservability.aspects.naming.NameGrammar;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attributes of a supervisor's decision which agents work. */
public final class Routing {
    private Routing() {}

    /**
     * Which agents were chosen, and why.
     *
     * @param agentsSelected names of agents, as they stand in the names of their spans. The attribute separates them by
     *     commas, so a name outside the grammar {@code [a-z][a-z0-9_]*} is brought into it, as it is in a span's name
     * @param reason is content: it leaves the process only where content capture is on; {@code null} if there is none
     */
    public static AttributeSet of(List<String> agentsSelected, @Nullable String reason) {
        String names = agentsSelected.stream()
                .map(name -> NameGrammar.normalise(name, NameGrammar.MAX_NAME_LENGTH))
                .collect(Collectors.joining(","));
        return AttributeSet.EMPTY
                .with(StandardAttributes.SRE_AGENTS_SELECTED, names)
                .with(StandardAttributes.SRE_ROUTING_REASON, reason);
    }
}
