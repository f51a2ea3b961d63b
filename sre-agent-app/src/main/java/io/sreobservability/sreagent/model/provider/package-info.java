/**
 * Where models are served: the offline one, Amazon Bedrock (Converse) and Anthropic (Messages), all behind LangChain4j's
 * {@code ChatModel}, with one configuration, one set of failures, retries, and a {@code chat} span around every call. Used by
 * the wiring in {@code cli}; the agents see {@code ChatModel} and {@code ModelException} alone.
 */
@NullMarked
package io.sreobservability.sreagent.model.provider;

import org.jspecify.annotations.NullMarked;
