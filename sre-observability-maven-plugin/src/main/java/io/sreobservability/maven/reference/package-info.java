/**
 * The combined reference page in the repository: compared with what the modules emit, or written. Knows pages and contracts,
 * not Maven; used by the goals.
 */
@NullMarked
package io.sreobservability.maven.reference;

import org.jspecify.annotations.NullMarked;
