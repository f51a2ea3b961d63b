package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import io.sreobservability.sreagent.memory.PreferenceCapture;
import io.sreobservability.sreagent.memory.Retrieval;
import io.sreobservability.sreagent.memory.UserPreference;
import io.sreobservability.sreagent.memory.Wishes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When an investigation reads and writes memory: all three strategies at its beginning, what it learnt at its end. Memory
 * is a help, not a need: where it is away the investigation goes on, tries no further and says so.
 */
final class InvestigationMemory {
    /** Broad, so that it finds all of a user's preferences. */
    private static final String PREFERENCE_QUERY = "escalation, notification, workflow and report style";

    /** Below this two questions are about different things, whatever words they share. */
    private static final double SIMILAR = 0.3;

    private static final Logger LOG = LoggerFactory.getLogger(InvestigationMemory.class);

    private final MemoryClient memory;

    InvestigationMemory(MemoryClient memory) {
        this.memory = memory;
    }

    /** Stores the wishes in the query, so that they count at once, then recalls what fits it. */
    MemoryContext recall(String user, String session, String query) {
        Wishes wishes = PreferenceCapture.wishes(query);
        List<UserPreference> wished = wishes.asPreferences(user, memory.clock().instant());
        Wishes noted = Wishes.NONE;
        try {
            store(user, session, wished);
            noted = wishes;
            Retrieval preferences = retrieve(MemoryStrategy.USER_PREFERENCES, user, PREFERENCE_QUERY);
            Retrieval knowledge = retrieve(MemoryStrategy.INFRASTRUCTURE, user, query);
            Retrieval earlier = retrieve(MemoryStrategy.INVESTIGATIONS, user, query);
            return new MemoryContext(
                    preferences(preferences.memories(UserPreference.class), wished),
                    knowledge.memories(InfrastructureKnowledge.class),
                    earlier.closerThan(SIMILAR).memories(InvestigationSummary.class),
                    null,
                    noted);
        } catch (RuntimeException e) {
            stopIfInterrupted();
            warn("Memory could not be read; the investigation goes on without it", e);
            String gap = "Memory: " + reason(e)
                    + ". Preferences, knowledge and earlier investigations are not known, and this one is not remembered.";
            return new MemoryContext(new UserPreferences(wished), List.of(), List.of(), gap, noted);
        }
    }

    /** A store may take its time until it finds what it was given: the wishes count all the same. */
    private static UserPreferences preferences(List<UserPreference> found, List<UserPreference> wishes) {
        return new UserPreferences(
                Stream.concat(found.stream(), wishes.stream()).distinct().toList());
    }

    /** Stores what was learnt, unless nothing was looked up or found, or memory was away already. Returns the investigation, with the gap if any. */
    Investigation remember(Investigation investigation) {
        if (investigation.results().isEmpty()
                || investigation.failed()
                || investigation.memory().gap() != null) {
            return investigation;
        }
        try {
            Instant now = memory.clock().instant();
            store(investigation.userId(), investigation.sessionId(), Lessons.knowledge(investigation, now));
            store(investigation.userId(), investigation.sessionId(), List.of(Lessons.summary(investigation, now)));
            return investigation;
        } catch (RuntimeException e) {
            warn("The investigation could not be remembered", e);
            return investigation.withMemoryGap("Memory: " + reason(e) + ". This investigation is not remembered.");
        }
    }

    private Retrieval retrieve(MemoryStrategy strategy, String user, String query) {
        return memory.retrieve(strategy.namespace(user), query);
    }

    private void store(String user, String session, List<? extends Memory> memories) {
        if (!memories.isEmpty()) {
            memory.store(memories.get(0).strategy().namespace(user, session), memories);
        }
    }

    /** A known failure's message says all; any other comes with its stack trace. */
    private static void warn(String what, RuntimeException e) {
        if (e instanceof MemoryUnavailableException) {
            LOG.atWarn().log("{}: {}", what, e.getMessage());
        } else {
            LOG.atWarn().log(what, e);
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof MemoryUnavailableException
                ? String.valueOf(e.getMessage())
                : "an internal error (" + e.getClass().getSimpleName() + "); the log says more";
    }

    /** An interrupt says nothing of memory: nobody waits for the investigation any more. */
    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the investigation is over");
        }
    }
}
