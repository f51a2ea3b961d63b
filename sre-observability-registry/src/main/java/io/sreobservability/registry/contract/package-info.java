/**
 * The contract: which annotated method emits which span, attributes and metrics. The annotation processor writes it into
 * each module's output; the build plugin compares it with the class files; dashboards and the test kit are checked
 * against it. Anyone may read it; only the processor writes it.
 */
@NullMarked
package io.sreobservability.registry.contract;

import org.jspecify.annotations.NullMarked;
