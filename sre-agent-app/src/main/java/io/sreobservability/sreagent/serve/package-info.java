/**
 * The agent as a service: investigations over HTTP, in the form that Amazon Bedrock AgentCore Runtime wants of a container.
 * Started by the command {@code serve}; nothing else depends on it.
 */
@NullMarked
package io.sreobservability.sreagent.serve;

import org.jspecify.annotations.NullMarked;
