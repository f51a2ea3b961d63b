package io.sreobservability.processor.generate;

import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.plan.SpanPlan.NamePart;
import io.sreobservability.processor.type.ValueKind;
import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.name.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** The names that a span can have, as far as the compiler knows them: where every placeholder takes one of a few words. */
final class FullNames {
    /** What the engine puts in the place of a word that a closed placeholder does not allow. */
    static final String OTHER = "other";

    /** Beyond this, two large enums in one name would cost the compiler its memory and no reader would look. */
    private static final int MOST = 10_000;

    private FullNames() {}

    /** Every full name; none if a placeholder takes any word. */
    static List<String> of(SpanPlan span) {
        List<Map<String, String>> choices = List.of(Map.of());
        for (NamePart part : span.nameParts()) {
            List<String> words = words(span, part);
            if (words.isEmpty() || (long) choices.size() * words.size() > MOST) {
                return List.of();
            }
            choices = choices.stream()
                    .flatMap(choice -> words.stream().map(word -> with(choice, part.placeholder(), word)))
                    .toList();
        }
        Template template = new Template(span.name());
        List<String> names = choices.stream().map(template::fill).toList();
        return names.stream().allMatch(name -> name.length() <= SpanName.MAX_LENGTH) ? names : List.of();
    }

    private static Map<String, String> with(Map<String, String> choice, String placeholder, String word) {
        Map<String, String> extended = new LinkedHashMap<>(choice);
        extended.put(placeholder, word);
        return extended;
    }

    /** The words of an enum, or of a closed placeholder; none if any word is possible. */
    private static List<String> words(SpanPlan span, NamePart part) {
        @Nullable List<String> closed = span.family().placeholders().get(part.placeholder());
        List<String> constants = part.access().kind() == ValueKind.ENUM ? constants(part) : List.of();
        if (closed == null) {
            // What is outside the grammar is changed at run time.
            return constants.stream().allMatch(SpanName::isWord) ? constants : List.of();
        }
        Stream<String> words = constants.isEmpty()
                ? Stream.concat(closed.stream(), Stream.of(OTHER))
                : constants.stream().map(word -> closed.contains(word) ? word : OTHER);
        return words.distinct().toList();
    }

    /** The enum's constants in lower case, which is how the engine writes them. */
    private static List<String> constants(NamePart part) {
        List<String> constants = new ArrayList<>();
        if (part.access().type() instanceof DeclaredType type) {
            for (Element member : type.asElement().getEnclosedElements()) {
                if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                    constants.add(member.getSimpleName().toString().toLowerCase(Locale.ROOT));
                }
            }
        }
        return constants;
    }
}
