/**
 * The gateway between agents and backends: an MCP server over streamable HTTP, whose tools are made of the backends'
 * OpenAPI documents. It lets in who brings the token, adds the API key towards the backends, and takes the trace along.
 * Started by the command {@code gateway}; nothing else depends on it.
 */
@NullMarked
package io.sreobservability.sreagent.gateway;

import org.jspecify.annotations.NullMarked;
