/**
 * The language model as the agents see it: LangChain4j's {@code ChatModel}, the answers asked of it in JSON, why there may
 * be none, and an offline implementation that plans and writes by rules from real tool answers. Used by the agents and by
 * the wiring in {@code cli}; uses {@code remote} where models are served.
 */
@NullMarked
package io.sreobservability.sreagent.model;

import org.jspecify.annotations.NullMarked;
