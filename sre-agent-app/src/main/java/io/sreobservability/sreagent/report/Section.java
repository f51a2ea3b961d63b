package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import java.util.List;

/** One part of the report. */
@FunctionalInterface
interface Section {
    /** Its lines, the heading first. None if there is nothing to say or the reader wants none of it: then it leaves no trace. */
    List<String> lines(Investigation investigation);
}
