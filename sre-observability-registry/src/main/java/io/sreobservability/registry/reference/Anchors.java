package io.sreobservability.registry.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that GitHub and others give to the headings of a page, so that links lead there. */
final class Anchors {
    private final Map<String, String> anchors = new HashMap<>();

    /** The anchors of these headings, in the order of the page; two that come out equal are told apart by a number. */
    Anchors(List<String> headings) {
        Map<String, Integer> seen = new HashMap<>();
        for (String heading : headings) {
            String anchor = bare(heading);
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.putIfAbsent(heading, before == 0 ? anchor : anchor + "-" + before);
        }
    }

    /** A link with this label to this heading; the label alone if the page has no such heading. Both are Markdown. */
    String link(String label, String heading) {
        @Nullable String anchor = anchors.get(heading);
        return anchor == null ? label : "[" + label + "](#" + anchor + ")";
    }

    /** The heading's letters, digits, underscores and hyphens, with hyphens for spaces. */
    private static String bare(String heading) {
        return heading.replace("&#95;", "_")
                .replaceAll("&#[0-9]+;", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                .replace(' ', '-');
    }
}
