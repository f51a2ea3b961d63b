/**
 * What each backend endpoint answers, as functions from checked arguments and data to JSON. Used by the server; knows
 * nothing of HTTP.
 */
@NullMarked
package io.sreobservability.sreagent.backend.endpoint;

import org.jspecify.annotations.NullMarked;
