/**
 * What will be generated: annotated methods that passed every check, with all names looked up and all paths resolved. The
 * validators make plans; the generators write them down.
 */
@NullMarked
package io.sreobservability.processor.plan;

import org.jspecify.annotations.NullMarked;
