/**
 * The investigation: a supervisor that plans, routes and sums up, and four specialists that ask tools in a loop with the
 * model. A LangGraph4j graph runs the specialists side by side. The spans are on the methods, by annotation; no code here
 * touches a tracer. Used by {@code report} and {@code cli}; uses {@code model}, {@code memory} and {@code tool}.
 */
@NullMarked
package io.sreobservability.sreagent.agent;

import org.jspecify.annotations.NullMarked;
