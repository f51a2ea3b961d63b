/**
 * What calls to hosted services have in common: addresses that replace their own, the way to an AWS service, and reading what
 * went wrong below a failed call. Used by {@code model} and {@code memory}; uses nothing of the application.
 */
@NullMarked
package io.sreobservability.sreagent.remote;

import org.jspecify.annotations.NullMarked;
