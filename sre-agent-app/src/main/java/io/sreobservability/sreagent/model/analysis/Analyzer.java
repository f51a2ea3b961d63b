package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Looks for one shape in a tool answer. */
interface Analyzer {
    /** What it sees, strongest first; empty if the shape does not occur. */
    List<Observation> analyze(JsonNode answer);
}
