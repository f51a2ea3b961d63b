/**
 * The three scenarios of the demo: which servers they need, what is asked, and what their traces say afterwards. Servers are
 * processes of the demo's own. Used by {@code cli}, which hands in how an investigation is run; uses {@code trace} and
 * {@code tool}.
 */
@NullMarked
package io.sreobservability.sreagent.demo;

import org.jspecify.annotations.NullMarked;
