package io.sreobservability.aspects.transparency.run;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call stack as a program sees it, by both ways that Java has. */
final class Frames {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String OWN = Frames.class.getPackageName() + ".";

    private Frames() {}

    /** The frames of the program above the caller, innermost first, and how many frames both ways find in all. */
    static String here() {
        StackTraceElement[] trace = Thread.currentThread().getStackTrace();
        return text(trace) + " of " + depth() + " and " + trace.length;
    }

    /** How many frames there are. */
    static long depth() {
        return WALKER.walk(Stream::count);
    }

    static String of(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return text(trace) + " of " + trace.length;
    }

    private static String text(StackTraceElement[] trace) {
        return Stream.of(trace).filter(Frames::isOfTheProgram).map(Frames::text).collect(Collectors.joining(" < "));
    }

    private static boolean isOfTheProgram(StackTraceElement frame) {
        String name = frame.getClassName();
        return !name.startsWith(OWN) && !name.startsWith("java.");
    }

    private static String text(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
