package io.sreobservability.sreagent.model.provider;

/** A setting of the model is missing or wrong. The message is one line: which setting, and what it must be. */
public final class ModelConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelConfigException(String message) {
        super(message);
    }
}
