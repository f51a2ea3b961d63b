/**
 * The SRE agent: a supervisor and four specialists that investigate an incident, traced only by our own annotations.
 *
 * <p>Arrows between the packages point one way: {@code cli} puts all together; {@code serve} uses {@code report} and
 * {@code agent}; {@code report}, {@code agent}, {@code trace}, {@code deploy}, {@code gateway} and {@code backend} use
 * {@code model}, {@code memory}, {@code tool} and {@code web}; {@code model} and {@code memory} use {@code remote}. A test
 * holds that.
 */
@NullMarked
package io.sreobservability.sreagent;

import org.jspecify.annotations.NullMarked;
