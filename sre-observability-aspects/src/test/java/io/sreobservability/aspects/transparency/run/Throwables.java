package io.sreobservability.aspects.transparency.run;

/** Throws what is not declared. */
final class Throwables {
    private Throwables() {}

    /** Throws a checked exception where none is declared, as Kotlin and Lombok do. */
    static void sneak(Throwable thrown) {
        Throwables.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // the cast is erased: so the exception gets through
    private static <E extends Throwable> void unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
