package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.Approval;
import io.sreobservability.sreagent.agent.Approver;
import io.sreobservability.sreagent.agent.InvestigationPlan;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whoever sits in front of the console. Yes carries the plan out, no does not; whatever else is typed is kept for the
 * chat, which takes it as the next line.
 */
final class ConsoleApprover implements Approver {
    private static final Set<String> YES = Set.of("yes", "y", "proceed", "approve", "ok", "go");
    private static final Set<String> NO = Set.of("no", "n", "reject", "stop", "cancel");

    private final ConsoleInput input;
    private final ConsoleProgress progress;
    private volatile Optional<String> typedInstead = Optional.empty();

    ConsoleApprover(ConsoleInput input, ConsoleProgress progress) {
        this.input = input;
        this.progress = progress;
    }

    @Override
    public Approval decide(InvestigationPlan plan) throws InterruptedException {
        while (true) {
            progress.ask("Carry out this plan? yes, no, or another question: ");
            Optional<String> line = input.next();
            if (line.isEmpty()) {
                return Approval.rejected("Rejected: the input ended before anybody approved it.");
            }
            String word = line.get().toLowerCase(Locale.ROOT);
            if (YES.contains(word)) {
                return Approval.approved("Approved by the user.");
            }
            if (NO.contains(word)) {
                return Approval.rejected("Rejected by the user.");
            }
            if (!word.isEmpty()) {
                typedInstead = line;
                return Approval.revised("Not carried out: the user typed something else instead.");
            }
        }
    }

    /** Whether it can only be an answer to the question for a plan: nobody has a yes or no investigated. */
    static boolean isAnswer(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return YES.contains(word) || NO.contains(word);
    }

    /** What was typed instead of an answer. */
    Optional<String> typedInstead() {
        return typedInstead;
    }
}
