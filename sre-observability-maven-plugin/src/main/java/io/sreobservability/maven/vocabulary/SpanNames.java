package io.sreobservability.maven.vocabulary;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractSpan;
import io.sreobservability.registry.contract.ExternalSpanSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The names that spans can have: those that are known in full, and the forms of the others. */
public final class SpanNames {
    private final Set<String> names;
    private final List<SpanForm> forms;

    private SpanNames(Set<String> names, List<SpanForm> forms) {
        this.names = names;
        this.forms = forms;
    }

    static SpanNames of(List<Contract> contracts) {
        Set<String> names = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        Set<String> external = new TreeSet<>();
        for (Contract contract : contracts) {
            for (ContractSpan span : contract.spans()) {
                names.addAll(span.names());
                if (span.names().isEmpty()) {
                    open.add(span.name());
                }
            }
            contract.externalSpans().stream().map(ExternalSpanSpec::name).forEach(external::add);
        }
        List<SpanForm> forms = new ArrayList<>();
        open.forEach(form -> forms.add(SpanForm.ofFamily(form)));
        external.forEach(form -> forms.add(SpanForm.ofLibrary(form)));
        return new SpanNames(names, forms);
    }

    /** Whether a span can have exactly this name. */
    public boolean has(String name) {
        return names.contains(name) || forms.stream().anyMatch(form -> form.fits(name));
    }

    /** Whether the name of some span can contain this text. */
    public boolean anyContains(String text) {
        return any(name -> name.contains(text), text);
    }

    /** Whether the pattern can be found in the name of some span. */
    public boolean anyMatches(Pattern pattern) {
        return any(name -> pattern.matcher(name).find(), pattern.pattern());
    }

    /** The name that was probably meant. */
    public Optional<String> nearest(String wanted) {
        Set<String> known = new TreeSet<>(names);
        forms.stream().filter(SpanForm::ofFamily).map(SpanForm::text).forEach(known::add);
        return Nearest.of(wanted, known);
    }

    private boolean any(Predicate<String> test, String query) {
        return names.stream().anyMatch(test)
                || forms.stream().flatMap(form -> form.samples(query).stream()).anyMatch(test);
    }
}
