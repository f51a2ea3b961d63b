/**
 * Texts that others wrote, made fit for a line of ours. Used by everything that shows or stores such texts; uses nothing of the
 * application.
 */
@NullMarked
package io.sreobservability.sreagent.text;

import org.jspecify.annotations.NullMarked;
