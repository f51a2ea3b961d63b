/**
 * The tools that agents call and their one description: {@code backend/tools.yaml}. {@link
 * io.sreobservability.sreagent.tool.ToolCatalog} shows them to a model, {@link
 * io.sreobservability.sreagent.tool.ToolClient} calls them through an MCP gateway. Used by the agents; the backends take
 * their routes and checks from the same definitions, the gateway its tools. Uses {@code remote} and {@code text} alone.
 */
@NullMarked
package io.sreobservability.sreagent.tool;

import org.jspecify.annotations.NullMarked;
