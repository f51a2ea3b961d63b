/**
 * The console: pages at {@code /console/} that show what the stand-in holds, and the read-only JSON that they ask for.
 *
 * <p>The pages are files in the jar; they load nothing from elsewhere. All text from telemetry reaches them as JSON and is
 * put on the page as text, never as HTML. Uses {@code wire.http}, the queries and the stores.
 */
@NullMarked
package io.sreobservability.local.console;

import org.jspecify.annotations.NullMarked;
