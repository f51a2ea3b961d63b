package io.sreobservability.aspects.transparency.program;

/** What a method may return: each primitive with values that are easily damaged, objects, and nothing. */
enum Returns {
    VOID("void", "", false),
    BOOLEAN("boolean", "p.coin()", false),
    BYTE("byte", "(byte) p.pick(1000)", false),
    SHORT("short", "(short) p.pick(100_000)", false),
    CHAR("char", "(char) p.pick(100_000)", false),
    INT("int", "p.pick(1_000_000)", false),
    LONG("long", "(Long.MIN_VALUE + p.pick(10))", false),
    FLOAT("float", "Float.intBitsToFloat(0x7fa00000 + p.pick(1000))", false),
    DOUBLE("double", "(p.coin() ? -0.0 : 1e-320 * p.pick(1000))", false),
    OBJECT("Object", "p.object()", true),
    TEXT("String", "p.text()", true),
    LIST("List<String>", "p.list()", true),
    MAP("Map<String, Object>", "p.map()", true),
    ARRAY("Object[][]", "(p.coin() ? null : new Object[][] {{p.object()}})", true),
    RESULT("Probe.Result", "p.result()", true);

    final String type;
    final String value;
    final boolean reference;

    Returns(String type, String value, boolean reference) {
        this.type = type;
        this.value = value;
        this.reference = reference;
    }

    /** The statement that returns a value. */
    String statement() {
        return this == VOID ? "return;" : "return " + value + ";";
    }
}
