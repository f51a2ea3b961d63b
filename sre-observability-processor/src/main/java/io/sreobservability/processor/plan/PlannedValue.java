package io.sreobservability.processor.plan;

import io.sreobservability.registry.model.Attribute;

/** An attribute and where its value comes from. */
public sealed interface PlannedValue {
    /** The attribute. */
    Attribute attribute();

    /** The origin in words, for contract and reference. */
    String source();

    /**
     * Set when the method is entered.
     *
     * @param attribute the attribute
     * @param parameter the parameter's number, from 0
     * @param parameterName the parameter's name
     * @param access the way to the value
     */
    record FromParameter(Attribute attribute, int parameter, String parameterName, Access access)
            implements PlannedValue {
        @Override
        public String source() {
            return "parameter " + parameterName + (access.path().isEmpty() ? "" : "." + access.path());
        }
    }

    /**
     * Set when the method has returned.
     *
     * @param attribute the attribute
     * @param access the way to the value
     */
    record FromResult(Attribute attribute, Access access) implements PlannedValue {
        @Override
        public String source() {
            return access.path().isEmpty() ? "result" : "result " + access.path();
        }
    }

    /**
     * The same for every execution.
     *
     * @param attribute the attribute
     * @param value a String, Long, Double or Boolean
     */
    record Fixed(Attribute attribute, Object value) implements PlannedValue {
        @Override
        public String source() {
            return "fixed " + value;
        }
    }

    /**
     * Made from the words of the span name.
     *
     * @param attribute the attribute
     * @param template text with placeholders that are bound at run time
     */
    record Derived(Attribute attribute, String template) implements PlannedValue {
        @Override
        public String source() {
            return "name part " + template.replaceAll("[{}]", "");
        }
    }

    /**
     * Set by the engine without generated code.
     *
     * @param attribute the attribute
     * @param source the origin in words
     */
    record Automatic(Attribute attribute, String source) implements PlannedValue {}
}
