/**
 * The command line: {@code sre-agent} and its commands. Everything is put together here and nowhere else. Nothing uses
 * this package.
 */
@NullMarked
package io.sreobservability.sreagent.cli;

import org.jspecify.annotations.NullMarked;
