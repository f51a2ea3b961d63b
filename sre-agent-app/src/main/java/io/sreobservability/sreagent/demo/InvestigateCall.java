package io.sreobservability.sreagent.demo;

import java.nio.file.Path;

/** Runs one investigation from the question to the printed trace, as {@code sre-agent investigate} does. */
@FunctionalInterface
public interface InvestigateCall {
    /**
     * Investigates.
     *
     * @param session what its spans carry as {@code sre.session_id}
     * @param memory the folder of its memory
     * @return the exit code, 0 if report and trace were printed
     */
    int investigate(String question, String user, String session, Path memory);
}
