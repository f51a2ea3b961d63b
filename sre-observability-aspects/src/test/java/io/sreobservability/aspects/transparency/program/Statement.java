package io.sreobservability.aspects.transparency.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement with the statements inside it.
 *
 * @param head the text before those
 * @param body the statements inside
 * @param tail the text after them
 * @param callee the method that the statement's own text calls, or -1
 */
record Statement(String head, List<Statement> body, String tail, int callee) {
    static final int NO_CALLEE = -1;

    Statement {
        body = List.copyOf(body);
    }

    static Statement of(String text) {
        return new Statement(text, List.of(), "", NO_CALLEE);
    }

    static Statement call(String text, int callee) {
        return new Statement(text, List.of(), "", callee);
    }

    static Statement block(String head, List<Statement> body, String tail) {
        return new Statement(head, body, tail, NO_CALLEE);
    }

    String text() {
        return head + "\n" + textOf(body).indent(4) + tail + (tail.isEmpty() ? "" : "\n");
    }

    static String textOf(List<Statement> statements) {
        StringBuilder text = new StringBuilder();
        statements.forEach(statement -> text.append(statement.text()));
        return text.toString();
    }

    private Statement with(List<Statement> newBody) {
        return new Statement(head, newBody, tail, callee);
    }

    /** The statements without calls of a method. */
    static List<Statement> without(int method, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.callee != method)
                .map(statement -> statement.with(without(method, statement.body)))
                .toList();
    }

    /** All ways to leave out one statement, or to keep only what is inside it. */
    static Stream<List<Statement>> smaller(List<Statement> statements) {
        List<List<Statement>> all = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            all.add(replace(statements, i, List.of()));
            if (!statement.body.isEmpty()) {
                all.add(replace(statements, i, statement.body));
            }
            int index = i;
            smaller(statement.body)
                    .map(body -> replace(statements, index, List.of(statement.with(body))))
                    .forEach(all::add);
        }
        return all.stream();
    }

    private static List<Statement> replace(List<Statement> statements, int index, List<Statement> replacement) {
        List<Statement> result = new ArrayList<>(statements.subList(0, index));
        result.addAll(replacement);
        result.addAll(statements.subList(index + 1, statements.size()));
        return result;
    }
}
