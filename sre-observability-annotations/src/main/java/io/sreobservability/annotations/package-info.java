/**
 * What agent authors write on their methods.
 *
 * <p>Three annotations mark a method as one unit of traced work ({@link io.sreobservability.annotations.AgentSpan},
 * {@link io.sreobservability.annotations.ToolSpan}, {@link io.sreobservability.annotations.MemorySpan}); the others say
 * where the span's attributes, its name and its failure come from, and what must not leave. All are kept in class files
 * only: the annotation processor reads them in source, the class-file proof reads them after weaving, nothing reads them
 * at run time.
 *
 * <p>This package uses nothing and everything may use it.
 */
package io.sreobservability.annotations;
