package io.sreobservability.aspects.transparency.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes random programs; the same seed makes the same program. */
public final class ProgramGenerator {
    private static final int DEEPEST = 3;

    private final Random random;
    private final List<Method> signatures = new ArrayList<>();
    private int places;

    private ProgramGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** The program of a seed. */
    public static GeneratedProgram generate(String className, long seed) {
        return new ProgramGenerator(seed).program(className);
    }

    private GeneratedProgram program(String className) {
        int count = 3 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Returns returns = pick(Returns.values());
            List<Marks> fitting = Stream.of(Marks.values())
                    .filter(marks -> marks.fits(returns))
                    .toList();
            Marks marks = fitting.get(random.nextInt(fitting.size()));
            signatures.add(new Method(i, pick(Shape.values()), returns, marks, List.of()));
        }
        List<Method> methods = signatures.stream()
                .map(method -> method.with(statements(0, method.returns().statement())))
                .toList();
        List<Statement> main = new ArrayList<>();
        signatures.forEach(method -> main.add(guarded(List.of(call(method)))));
        main.addAll(statements(0, "return;"));
        return new GeneratedProgram(className, methods, main);
    }

    private List<Statement> statements(int depth, String returning) {
        List<Statement> result = new ArrayList<>();
        int count = 1 + random.nextInt(depth == 0 ? 5 : 3);
        for (int i = 0; i < count; i++) {
            result.add(depth < DEEPEST && random.nextInt(3) == 0 ? nested(depth, returning) : simple(returning));
        }
        return result;
    }

    private Statement simple(String returning) {
        String place = place();
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> call(signatures.get(random.nextInt(signatures.size())));
            case 4 -> Statement.of("if (p.coin() && p.coin()) " + returning);
            case 5 -> Statement.of("if (p.coin()) throw p.failure();");
            case 6 -> Statement.of("if (p.coin()) throw p.failure(new Exception(\"cause\"));");
            case 7 -> Statement.of("if (p.coin()) p.interrupt();");
            case 8 -> Statement.of("p.clearInterrupt(\"" + place + "\");");
            case 9 -> Statement.of("p.changeLoader();");
            case 10 -> Statement.of("if (p.coin()) p.switchTelemetry();");
            case 11 -> Statement.of("p.settle(\"" + place + "\");");
            case 12 -> Statement.of("p.depend(\"" + place + "\");");
            default -> Statement.of("p.here(\"" + place + "\");");
        };
    }

    /** Statements in a lambda can't return for the method around it. */
    private Statement nested(int depth, String returning) {
        String place = place();
        String quoted = "\"" + place + "\"";
        return switch (random.nextInt(7)) {
            case 0 -> guarded(statements(depth + 1, returning));
            case 1 ->
                Statement.block(
                        "try {",
                        statements(depth + 1, returning),
                        "} catch (Throwable t" + place + ") {\n    p.caught(" + quoted + ", t" + place + ");\n"
                                + "    if (p.coin()) throw t" + place + ";\n    if (p.coin()) throw p.failure(t" + place
                                + ");\n}");
            case 2 ->
                Statement.block(
                        "try {",
                        statements(depth + 1, returning),
                        "} finally {\n    p.here(" + quoted + ");\n    if (p.coin() && p.coin()) " + returning + "\n}");
            case 3 ->
                Statement.block(
                        "synchronized (lock) {",
                        statements(depth + 1, returning),
                        "p.holds(" + quoted + ", lock);\n}\np.holds(" + quoted + ", lock);");
            case 4 ->
                Statement.block(
                        "try (AutoCloseable s" + place + " = p.scope()) {", statements(depth + 1, returning), "}");
            case 5 -> Statement.block("p.around(" + quoted + ", () -> {", statements(depth + 1, "return;"), "});");
            default -> Statement.block("p.child(" + quoted + ", () -> {", statements(depth + 1, "return;"), "});");
        };
    }

    private Statement guarded(List<Statement> body) {
        String place = place();
        return Statement.block(
                "try {", body, "} catch (Throwable t" + place + ") { p.caught(\"" + place + "\", t" + place + "); }");
    }

    private Statement call(Method method) {
        return method.call(place());
    }

    private String place() {
        return "s" + places++;
    }

    private <T> T pick(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
