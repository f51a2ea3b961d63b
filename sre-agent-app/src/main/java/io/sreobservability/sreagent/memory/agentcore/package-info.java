/**
 * The memory store that is a service: Amazon Bedrock AgentCore Memory, through the AWS SDK. What is written becomes events; what
 * is read are the records that the service makes of them, brought back into our own form. Used by the wiring in {@code cli};
 * nothing else knows which store it talks to.
 */
@NullMarked
package io.sreobservability.sreagent.memory.agentcore;

import org.jspecify.annotations.NullMarked;
