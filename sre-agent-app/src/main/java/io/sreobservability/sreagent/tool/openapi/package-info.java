/**
 * The backends' APIs in OpenAPI 3.1, made from the same definitions that routes and checks are made of, so that the
 * document can't promise what the server does not do. Served by the backends; the gateway makes its tools of it.
 */
@NullMarked
package io.sreobservability.sreagent.tool.openapi;

import org.jspecify.annotations.NullMarked;
