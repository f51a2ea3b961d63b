package io.sreobservability.aspects.transparency.run;

/** A program under test. Its class is loaded twice: as javac left it, and woven. */
public interface Program {

    /** Does what it was generated to do, and tells the probe what it sees. */
    void run(Probe probe) throws Throwable;
}
