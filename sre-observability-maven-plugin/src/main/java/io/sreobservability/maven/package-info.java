/**
 * The goals that a consumer's build runs. A goal reads its parameters, calls the logic in a package below, and turns the
 * answer into log lines and a passed or failed build; it decides nothing itself. Nothing else uses this package.
 */
@NullMarked
package io.sreobservability.maven;

import org.jspecify.annotations.NullMarked;
