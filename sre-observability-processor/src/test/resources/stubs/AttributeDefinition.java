package io.sreobservability.aspects.attribute;

public final class AttributeDefinition<T> {
    private final String key;

    private AttributeDefinition(String key) {
        this.key = key;
    }

    public static Builder<String> string(String key) {
        return new Builder<>(key);
    }

    public static Builder<Long> integer(String key) {
        return new Builder<>(key);
    }

    public static Builder<Double> decimal(String key) {
        return new Builder<>(key);
    }

    public static Builder<Boolean> bool(String key) {
        return new Builder<>(key);
    }

    public String name() {
        return key;
    }

    public static final class Builder<T> {
        private final String key;

        private Builder(String key) {
            this.key = key;
        }

        public Builder<T> sensitivity(Sensitivity value) {
            return this;
        }

        public Builder<T> maxLength(int value) {
            return this;
        }

        public Builder<T> inherited() {
            return this;
        }

        public Builder<T> json() {
            return this;
        }

        public Builder<T> setAlso(String... keys) {
            return this;
        }

        public AttributeDefinition<T> build() {
            return new AttributeDefinition<>(key);
        }
    }
}
