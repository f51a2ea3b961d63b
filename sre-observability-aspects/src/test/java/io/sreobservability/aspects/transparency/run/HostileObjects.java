package io.sreobservability.aspects.transparency.run;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Objects of a program that telemetry had better not trust. What they do to the interrupt they would not do without telemetry,
 * for programs do not call them; everything else is without effect on the program.
 */
final class HostileObjects {
    private HostileObjects() {}

    /** Every method fails, {@code hashCode} and {@code equals} included. */
    static final class Failing implements Hostile {
        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }

        @Override
        public boolean equals(Object other) {
            throw new StackOverflowError();
        }

        @Override
        public int hashCode() {
            throw new LinkageError("hashCode");
        }
    }

    /** An exception that does not want to be looked at. */
    static final class Failure extends RuntimeException implements Hostile {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            Thread.interrupted();
            throw new UnsupportedOperationException("getMessage");
        }

        @Override
        public String toString() {
            throw new AssertionError("toString");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new StackOverflowError();
        }

        /** A new cause each time: a chain without end. */
        @Override
        public synchronized Throwable getCause() {
            return new Failure();
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** A list that has a size for nobody. */
    static final class Elements extends AbstractList<String> implements Hostile {
        @Override
        public String get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            Thread.interrupted();
            throw new IllegalStateException("size");
        }
    }

    /** A map whose entries never end. */
    static final class Entries extends AbstractMap<String, Object> implements Hostile {
        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<String, Object>> iterator() {
                    Thread.interrupted();
                    return Stream.generate(() -> Map.entry("k", (Object) new Failing()))
                            .iterator();
                }

                @Override
                public int size() {
                    return Integer.MAX_VALUE;
                }
            };
        }
    }

    /** A request and result whose accessors fail with an error. */
    static final class Accessors implements Probe.Request, Probe.Result, Hostile {
        @Override
        public String user() {
            Thread.interrupted();
            throw new AssertionError("user");
        }

        @Override
        public boolean isError() {
            Thread.interrupted();
            throw new StackOverflowError();
        }

        @Override
        public String code() {
            throw new NoClassDefFoundError("code");
        }
    }

    /** A list that contains itself. */
    static List<Object> selfContaining() {
        List<Object> list = new java.util.ArrayList<>(Collections.nCopies(3, "x"));
        list.add(list);
        return list;
    }
}
