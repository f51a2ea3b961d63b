/**
 * The SRE agent: a supervisor and four specialists that investigate an incident, traced only by our own annotations.
 *
 * <p>Arrows between the packages point one way: {@code cli} uses {@code agent}, {@code report}, {@code trace},
 * {@code deploy} and {@code backend}; these use {@code model}, {@code memory} and {@code tool}. A test holds that.
 */
@NullMarked
package io.sreobservability.sreagent;

import org.jspecify.annotations.NullMarked;
