package io.sreobservability.aspects.transparency.run;

/** What of OpenTelemetry and of our switches a program itself uses. Without them it does without. */
interface Surroundings {
    /** For worlds in which there is no OpenTelemetry. */
    Surroundings NONE = new Surroundings() {
        @Override
        public Object context() {
            return this;
        }

        @Override
        public String marker() {
            return "none";
        }

        @Override
        public AutoCloseable scope(int marker) {
            return () -> {};
        }

        @Override
        public void switchTelemetry(int choice) {}
    };

    /** The current context. */
    Object context();

    /** The program's own value in the current context. */
    String marker();

    /** Makes a context with a value current until it is closed. */
    AutoCloseable scope(int marker);

    /** Switches telemetry, in one of several ways. */
    void switchTelemetry(int choice);
}
