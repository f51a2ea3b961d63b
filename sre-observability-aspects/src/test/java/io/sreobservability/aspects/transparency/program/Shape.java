package io.sreobservability.aspects.transparency.program;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a method is declared and how it is called. In the texts, {@code M} stands for the annotated method from its
 * annotation on, {@code METHOD(modifiers)} with modifiers, {@code ARGS} for the names of its parameters, {@code ID} for
 * its number, {@code RETURNS} for its type, {@code PARAMS} for its parameters without annotations.
 */
enum Shape {
    INSTANCE("METHOD(public)", "self.mID(VALUES)"),
    PRIVATE("METHOD(private)", "self.mID(VALUES)"),
    FINAL("METHOD(protected final)", "self.mID(VALUES)"),
    SYNCHRONIZED("METHOD(synchronized)", "self.mID(VALUES)"),
    STATIC("METHOD(public static)", "mID(VALUES)"),
    PRIVATE_STATIC("METHOD(private static)", "mID(VALUES)"),
    STATIC_SYNCHRONIZED("METHOD(static synchronized)", "mID(VALUES)"),
    GENERIC("METHOD(<X extends Comparable<X>, E extends Throwable>)", "self.<String, Error>mID(VALUES)"),
    VARARGS("METHOD(public)", "self.mID(VALUES)", ", Object... rest", ", 1, p.object(), \"x\""),
    NO_VARARGS("METHOD(static)", "mID(VALUES)", ", long... rest", ""),
    MANY_PARAMETERS(
            "METHOD(public)",
            "self.mID(VALUES)",
            IntStream.range(0, 40)
                    .mapToObj(i -> ", long l" + i + ", double d" + i + ", Object o" + i)
                    .collect(Collectors.joining()),
            IntStream.range(0, 40)
                    .mapToObj(i -> ", " + i + "L, " + i + ".5, null")
                    .collect(Collectors.joining())),
    HUGE("METHOD(public)", "self.mID(VALUES)"),
    INTERFACE_DEFAULT("""
            interface TID { METHOD(default) }
            record FirstID(int x) implements TID {}
            enum SecondID implements TID { ONE, TWO { } }
            """, "((TID) (p.coin() ? new FirstID(1) : p.coin() ? SecondID.ONE : SecondID.TWO)).mID(VALUES)"),
    INTERFACE_STATIC("interface TID { METHOD(static) }", "TID.mID(VALUES)"),
    INTERFACE_PRIVATE("""
            interface TID {
                METHOD(private)
                default RETURNS callID(PARAMS) throws Throwable { RETURN mID(ARGS); }
            }
            static class FirstID implements TID {}
            """, "new FirstID().callID(VALUES)"),
    RECORD("record TID(int x) { METHOD(public) }", "new TID(1).mID(VALUES)"),
    ENUM("enum TID { ONE; METHOD() }", "TID.ONE.mID(VALUES)"),
    ENUM_BODY("""
            enum TID {
                ONE {
                    @Override RETURNS mID(PARAMS) throws Throwable { p.here("body of ID"); RETURN super.mID(ARGS); }
                };
                METHOD()
            }
            """, "TID.ONE.mID(VALUES)"),
    NESTED("static class TID { METHOD(public) }", "new TID().mID(VALUES)"),
    PRIVATE_NESTED("private static final class TID { METHOD(private static) }", "TID.mID(VALUES)"),
    INNER("class TID { class Deep { METHOD() } }", "self.new TID().new Deep().mID(VALUES)"),
    OVERRIDDEN("""
            static class TID { METHOD(protected) }
            static class SubID extends TID {
                @Override public RETURNS mID(PARAMS) throws Throwable { p.here("sub of ID"); RETURN super.mID(ARGS); }
            }
            """, "((TID) new SubID()).mID(VALUES)"),
    OVERRIDDEN_TWICE("""
            static class TID { METHOD(protected) }
            static class SubID extends TID {
                @ToolSpan("tool.subID") @Override public RETURNS mID(PARAMS) throws Throwable {
                    p.here("sub of ID");
                    RETURN super.mID(ARGS);
                }
            }
            """, "((TID) new SubID()).mID(VALUES)"),
    BRIDGE("""
            interface TID<T> { RETURNS mID(PARAMS, T last) throws Throwable; }
            static class SubID implements TID<String> { METHOD(public) }
            """, "((TID<String>) new SubID()).mID(VALUES)", ", String last", ", \"last\""),
    GENERIC_CLASS(
            "static class TID<T extends Number> { METHOD(public) }",
            "new TID<Integer>().mID(VALUES)",
            ", T last",
            ", 5");

    final String declaration;
    final String call;
    final String moreParameters;
    final String moreArguments;

    Shape(String declaration, String call) {
        this(declaration, call, "", "");
    }

    Shape(String declaration, String call, String moreParameters, String moreArguments) {
        this.declaration = declaration;
        this.call = call;
        this.moreParameters = moreParameters;
        this.moreArguments = moreArguments;
    }
}
