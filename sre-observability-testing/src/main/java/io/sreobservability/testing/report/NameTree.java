package io.sreobservability.testing.report;

import java.util.ArrayList;
import java.util.List;

/** Trees of names as text: one name per line, children further in than their parent. */
public final class NameTree {
    private NameTree() {}

    /** The same trees with the children of each name, and the trees themselves, in alphabetical order. */
    public static String sorted(String text) {
        return sorted(text.lines().filter(line -> !line.isBlank()).toList());
    }

    private static String sorted(List<String> lines) {
        List<String> trees = new ArrayList<>();
        int root = 0;
        for (int end = 1; end <= lines.size(); end++) {
            if (end == lines.size() || indent(lines.get(end)) <= indent(lines.get(root))) {
                String below = sorted(lines.subList(root + 1, end));
                trees.add(lines.get(root).stripTrailing() + (below.isEmpty() ? "" : "\n" + below));
                root = end;
            }
        }
        return String.join("\n", trees.stream().sorted().toList());
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
