/**
 * What our HTTP servers have in common: Jetty with servlets, a server span per request, the rule that keeps web pages
 * out. Used by {@code gateway}, {@code backend} and {@code serve}; knows nothing of them.
 */
@NullMarked
package io.sreobservability.sreagent.web;

import org.jspecify.annotations.NullMarked;
