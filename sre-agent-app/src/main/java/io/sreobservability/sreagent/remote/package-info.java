/**
 * What calls to hosted services have in common: addresses that replace their own, the way to an AWS service, reading what went
 * wrong below a failed call, and waiting before the next. Used by {@code model}, {@code memory} and {@code tool}; uses nothing of the application.
 */
@NullMarked
package io.sreobservability.sreagent.remote;

import org.jspecify.annotations.NullMarked;
