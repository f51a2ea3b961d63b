/**
 * Where contracts are found: in folders of classes and in jars. Knows files, not Maven; the goals say which ones to ask.
 */
@NullMarked
package io.sreobservability.maven.contracts;

import org.jspecify.annotations.NullMarked;
