/**
 * A headless Chromium for the tests of the console, spoken to by its own protocol
 * (<a href="https://chromedevtools.github.io/devtools-protocol/">DevTools</a>); decision 033 says why not through a library.
 */
@NullMarked
package io.sreobservability.local.console.browser;

import org.jspecify.annotations.NullMarked;
