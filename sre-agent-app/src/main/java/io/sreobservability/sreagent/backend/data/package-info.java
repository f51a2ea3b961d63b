/**
 * The incident data set: reading it (built in, or from a folder), moving its times so that the incident ends now, and
 * filtering its rows. Used by the endpoints; knows nothing of HTTP.
 */
@NullMarked
package io.sreobservability.sreagent.backend.data;

import org.jspecify.annotations.NullMarked;
