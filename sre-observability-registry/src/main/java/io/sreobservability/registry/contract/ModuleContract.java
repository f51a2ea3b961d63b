package io.sreobservability.registry.contract;

/**
 * The contract of one module among several, as in a build of many modules.
 *
 * @param module what people call the module, usually its artifact id
 * @param contract what it emits
 */
public record ModuleContract(String module, Contract contract) {}
