package io.sreobservability.maven.proof;

/**
 * What tells one method from every other.
 *
 * @param className the binary name of the declaring class, {@code com.acme.Agent$Inner}
 * @param name the method's name
 * @param descriptor the method's descriptor as the Java Virtual Machine Specification (4.3.3) writes it
 */
record MethodKey(String className, String name, String descriptor) {}
