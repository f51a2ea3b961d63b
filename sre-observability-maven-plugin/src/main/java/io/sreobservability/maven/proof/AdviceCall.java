package io.sreobservability.maven.proof;

/**
 * One call of advice in a method's body.
 *
 * @param aspect the aspect's binary class name
 */
record AdviceCall(String aspect, AdviceKind kind) {}
