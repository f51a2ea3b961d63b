package io.sreobservability.processor.model;

import io.sreobservability.processor.diagnostic.Place;
import javax.lang.model.element.VariableElement;

/** One of our annotations on a method or parameter, with the places of its parts. */
public sealed interface Mark {
    /** The annotation's simple name. */
    String annotation();

    /** Where it stands. */
    Place place();

    /**
     * A text and where it is written.
     *
     * @param text the text
     * @param place where
     */
    record Written(String text, Place place) {}

    /**
     * A parameter.
     *
     * @param element the parameter
     * @param index its number, from 0
     */
    record Parameter(VariableElement element, int index) {}

    /**
     * An annotation that makes a span.
     *
     * @param annotation its simple name
     * @param name the span name
     */
    record Span(String annotation, Written name) implements Mark {
        @Override
        public Place place() {
            return name.place();
        }
    }

    /**
     * A word of the span name, taken from a parameter.
     *
     * @param placeholder the placeholder
     * @param parameter the parameter
     * @param path the path on it, or empty
     */
    record NamePart(Written placeholder, Parameter parameter, Written path) implements Mark {
        @Override
        public String annotation() {
            return "SpanNamePart";
        }

        @Override
        public Place place() {
            return placeholder.place();
        }
    }

    /**
     * An attribute.
     *
     * @param annotation the annotation's simple name
     * @param key the attribute's key
     * @param origin where its value comes from
     */
    record AttributeValue(String annotation, Written key, Origin origin) implements Mark {
        @Override
        public Place place() {
            return key.place();
        }
    }

    /**
     * A parameter whose value must not leave.
     *
     * @param parameter the parameter
     * @param place the annotation
     */
    record Redacted(Parameter parameter, Place place) implements Mark {
        @Override
        public String annotation() {
            return "Redacted";
        }
    }

    /** Where a value comes from. */
    sealed interface Origin {
        /**
         * A parameter.
         *
         * @param parameter the parameter
         * @param path the path on it, or empty
         */
        record OfParameter(Parameter parameter, Written path) implements Origin {}

        /**
         * The result.
         *
         * @param path the path on it, or empty
         */
        record OfResult(Written path) implements Origin {}

        /**
         * The annotation itself.
         *
         * @param value the value as text
         */
        record Fixed(Written value) implements Origin {}
    }

    /**
     * When a result means failure.
     *
     * @param condition the path to a boolean
     * @param type the path to the error type, or empty
     */
    record ErrorWhen(Written condition, Written type) implements Mark {
        @Override
        public String annotation() {
            return "ErrorWhen";
        }

        @Override
        public Place place() {
            return condition.place();
        }
    }
}
