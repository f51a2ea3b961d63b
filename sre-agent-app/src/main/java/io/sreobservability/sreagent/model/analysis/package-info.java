/**
 * Reading tool answers without knowing the tool: JSON in, observations out. Each analyzer looks for one shape (rows over
 * time, rows with a status, messages, counts, procedures) wherever it occurs, so that every number and name in an
 * observation is one of the answer. Used by the offline model only.
 */
@NullMarked
package io.sreobservability.sreagent.model.analysis;

import org.jspecify.annotations.NullMarked;
