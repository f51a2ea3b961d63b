package io.sreobservability.aspects.attribute;

import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One span attribute as the registry defines it, reduced to what the run time must know. Immutable; meant to be a
 * constant.
 *
 * @param <T> the attribute's Java type: {@code String}, {@code Long}, {@code Double} or {@code Boolean}
 */
public final class AttributeDefinition<T> {
    /** The longest string value, in UTF-16 characters, of an attribute whose definition sets no limit of its own. */
    public static final int DEFAULT_MAX_LENGTH = 1024;

    private final AttributeKey<T> key;
    private final int keyHash;
    private final List<AttributeKey<T>> alsoSet;
    private final Sensitivity sensitivity;
    private final int maxLength;
    private final boolean inherited;
    private final boolean json;

    private AttributeDefinition(Builder<T> builder) {
        this.key = builder.keyOf.apply(builder.name);
        this.keyHash = key.hashCode();
        this.alsoSet = builder.alsoSet.stream().map(builder.keyOf).toList();
        this.sensitivity = builder.sensitivity;
        this.maxLength = builder.maxLength;
        this.inherited = builder.inherited;
        this.json = builder.json;
    }

    /** Starts the definition of a text attribute. */
    public static Builder<String> string(String key) {
        return new Builder<>(key, AttributeKey::stringKey);
    }

    /** Starts the definition of a whole-number attribute. */
    public static Builder<Long> integer(String key) {
        return new Builder<>(key, AttributeKey::longKey);
    }

    /** Starts the definition of a floating-point attribute. */
    public static Builder<Double> decimal(String key) {
        return new Builder<>(key, AttributeKey::doubleKey);
    }

    /** Starts the definition of a yes/no attribute. */
    public static Builder<Boolean> bool(String key) {
        return new Builder<>(key, AttributeKey::booleanKey);
    }

    /** The key under which the value is sent. */
    public AttributeKey<T> key() {
        return key;
    }

    /** The key's name, for example {@code sre.user_id}. */
    public String name() {
        return key.getKey();
    }

    /** Whether both definitions are of the same key; quick where both are the same constant. */
    public boolean hasKeyOf(AttributeDefinition<?> other) {
        return this == other || (keyHash == other.keyHash && key.equals(other.key));
    }

    /** Further keys that always get the same value, for example {@code session.id} beside {@code sre.session_id}. */
    public List<AttributeKey<T>> alsoSet() {
        return alsoSet;
    }

    /** How private the value is. */
    public Sensitivity sensitivity() {
        return sensitivity;
    }

    /** The longest value in UTF-16 characters; longer text is cut between code points. */
    public int maxLength() {
        return maxLength;
    }

    /** Whether spans below get the value too, unless they set their own. */
    public boolean inherited() {
        return inherited;
    }

    /** Whether the value is a JSON document, which must stay one when it is cut. */
    public boolean json() {
        return json;
    }

    @Override
    public String toString() {
        return name();
    }

    /**
     * Collects what a definition says. Not thread-safe.
     *
     * @param <T> the attribute's Java type
     */
    public static final class Builder<T> {
        private final String name;
        private final Function<String, AttributeKey<T>> keyOf;
        private final List<String> alsoSet = new ArrayList<>();
        private Sensitivity sensitivity = Sensitivity.NONE;
        private int maxLength = DEFAULT_MAX_LENGTH;
        private boolean inherited;
        private boolean json;

        private Builder(String name, Function<String, AttributeKey<T>> keyOf) {
            this.name = requireName(name);
            this.keyOf = keyOf;
        }

        /** Sets how private the value is; {@link Sensitivity#NONE} if not called. */
        public Builder<T> sensitivity(Sensitivity value) {
            this.sensitivity = Objects.requireNonNull(value, "sensitivity");
            return this;
        }

        /**
         * Sets the longest value, in UTF-16 characters; {@link #DEFAULT_MAX_LENGTH} if not called.
         *
         * @throws IllegalArgumentException if {@code value} is not positive
         */
        public Builder<T> maxLength(int value) {
            if (value <= 0) {
                throw new IllegalArgumentException("maxLength of " + name + " must be positive: " + value);
            }
            this.maxLength = value;
            return this;
        }

        /** Lets spans below inherit the value. */
        public Builder<T> inherited() {
            this.inherited = true;
            return this;
        }

        /** Says that the value is a JSON document. */
        public Builder<T> json() {
            this.json = true;
            return this;
        }

        /** Names further keys that get the same value. */
        public Builder<T> setAlso(String... keys) {
            for (String also : keys) {
                alsoSet.add(requireName(also));
            }
            return this;
        }

        /** The finished definition. */
        public AttributeDefinition<T> build() {
            return new AttributeDefinition<>(this);
        }

        private static String requireName(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("an attribute key must not be blank");
            }
            return name;
        }
    }
}
