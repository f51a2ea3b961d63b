package io.sreobservability.processor.type;

/** Says that a judgement must wait: it needs a type that the compiler does not know (yet); another processor may make it. */
public final class UnresolvedTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For a type of this name. */
    public UnresolvedTypeException(String typeName) {
        super(typeName, null, false, false);
    }
}
