package io.sreobservability.aspects.transparency.program;

/** What a method may return: each primitive with values that are easily damaged, objects, and nothing. */
enum Returns {
    VOID("void", ""),
    BOOLEAN("boolean", "p.coin()"),
    BYTE("byte", "(byte) p.pick(1000)"),
    SHORT("short", "(short) p.pick(100_000)"),
    CHAR("char", "(char) p.pick(100_000)"),
    INT("int", "p.pick(1_000_000)"),
    LONG("long", "(Long.MIN_VALUE + p.pick(10))"),
    FLOAT("float", "Float.intBitsToFloat(0x7fa00000 + p.pick(1000))"),
    DOUBLE("double", "(p.coin() ? -0.0 : 1e-320 * p.pick(1000))"),
    OBJECT("Object", "p.object()"),
    TEXT("String", "p.text()"),
    LIST("List<String>", "p.list()"),
    MAP("Map<String, Object>", "p.map()"),
    ARRAY("Object[][]", "(p.coin() ? null : new Object[][] {{p.object()}})"),
    RESULT("Probe.Result", "p.result()"),
    FUTURE("CompletableFuture<Object>", "p.future()"),
    STAGE("CompletionStage<Object>", "p.future()"),
    PROMISE("Probe.Promise", "p.promise()"),
    FUTURE_RESULT("CompletableFuture<Probe.Result>", "p.futureResult()"),
    STAGE_LIST("CompletionStage<List<String>>", "p.futureList()");

    final String type;
    final String value;

    Returns(String type, String value) {
        this.type = type;
        this.value = value;
    }

    /** The statement that returns a value. */
    String statement() {
        return this == VOID ? "return;" : "return " + value + ";";
    }
}
