package io.sreobservability.aspects.transparency.run;

/** A piece of a program that is run by something else than its text. */
@FunctionalInterface
public interface Action {

    /** Runs it. */
    void run() throws Throwable;
}
