package io.sreobservability.processor;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.generate.EngineTypes;
import io.sreobservability.processor.incremental.EarlierContract;
import io.sreobservability.processor.incremental.EarlierOutput;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.ClassReader;
import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.processor.plan.SpanPlan;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.processor.type.UnresolvedTypeException;
import io.sreobservability.processor.validate.SpanValidator;
import io.sreobservability.registry.model.Registry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The rounds of one compilation. */
final class Session {
    private final Elements elements;
    private final @Nullable String constantsPackage;
    private final EarlierOutput earlier;
    private final Findings findings;
    private final TypeInspector types;
    private final SpanValidator validator;
    private final Output output;
    private final List<ClassPlan> plans = new ArrayList<>();
    /** Classes that name types which another processor may still generate. */
    private final Set<String> pending = new LinkedHashSet<>();

    private boolean firstRound = true;
    private boolean failed;

    Session(ProcessingEnvironment environment, Registry registry, EarlierOutput earlier, Findings findings) {
        this.earlier = earlier;
        this.elements = environment.getElementUtils();
        this.constantsPackage = SpanProcessor.option(environment, SpanProcessor.CONSTANTS_OPTION)
                .orElse(null);
        this.findings = findings;
        this.types = new TypeInspector(elements, environment.getTypeUtils());
        this.validator = new SpanValidator(registry, types, findings);
        this.output = new Output(environment.getFiler(), types, registry, earlier, findings);
    }

    void process(RoundEnvironment round) {
        int before = findings.errors();
        if (firstRound) {
            firstRound = false;
            round.getRootElements().stream().findFirst().ifPresent(this::writeConstants);
        }
        if (round.processingOver()) {
            finish(round);
        } else {
            classesOf(round).forEach(this::process);
            ElementFilter.typesIn(round.getRootElements()).forEach(validator::validateOverrides);
            validator.compare();
        }
        failed |= findings.errors() > before;
    }

    /** Before any class is looked at, for annotations may use the constants. */
    private void writeConstants(Element ofThisModule) {
        if (constantsPackage != null && !SourceVersion.isName(constantsPackage)) {
            findings.addGlobal(Message.CONSTANTS_PACKAGE, constantsPackage);
        } else if (constantsPackage != null) {
            output.writeConstants(constantsPackage, ofThisModule);
        }
        if (elements.getTypeElement(EngineTypes.PROBE) != null) {
            output.writeExtensionConstants(ofThisModule);
        }
    }

    /** A contract that lacks a method would be a lie, so a module with mistakes has none. */
    private void finish(RoundEnvironment round) {
        pending.forEach(this::reportWhatIsCertain);
        if (failed || round.errorRaised() || !pending.isEmpty()) {
            return;
        }
        int mark = findings.mark();
        int before = findings.errors();
        List<ClassPlan> untouched = reconcile();
        if (findings.errors() > before) {
            return;
        }
        // Whatever else is said about untouched classes was said when they were compiled.
        findings.forgetSince(mark);
        Optional<EarlierContract> contract = earlier.contract();
        List<String> aspects =
                untouched.stream().map(ClassPlan::qualifiedAspectName).toList();
        plans.addAll(untouched);
        if (plans.isEmpty()) {
            report(earlier.deleteResources(Output.MODULE_FILES));
        } else {
            output.writeModule(
                    plans,
                    now -> contract.map(last -> last.reword(now, aspects)).orElse(now));
        }
    }

    /**
     * A class for which something was generated earlier was not compiled now, or has no annotations any more, or is gone.
     * In the first case its class file says what it emits; in the others what was generated for it goes, or the weaver
     * would go on to weave it.
     */
    private List<ClassPlan> reconcile() {
        List<ClassPlan> untouched = new ArrayList<>();
        for (String name : earlier.classes()) {
            if (plans.stream()
                    .anyMatch(plan -> plan.topLevel().getQualifiedName().contentEquals(name))) {
                continue;
            }
            if (!earlier.holds(name)) {
                report(earlier.delete(name));
                continue;
            }
            // Null if the output folder is not on the class path: then nothing is known of the class.
            @Nullable TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                plan(type).ifPresentOrElse(untouched::add, () -> removeIfUnmarked(type));
            }
        }
        return untouched;
    }

    private void removeIfUnmarked(TypeElement type) {
        if (!ClassReader.hasAnnotations(type)) {
            report(earlier.delete(type.getQualifiedName().toString()));
        }
    }

    private void report(List<String> left) {
        left.forEach(file -> findings.addGlobal(Message.LEFTOVER, file));
    }

    private Set<TypeElement> classesOf(RoundEnvironment round) {
        Set<TypeElement> classes = new LinkedHashSet<>();
        for (String name : pending) {
            Optional.ofNullable(elements.getTypeElement(name)).ifPresent(classes::add);
        }
        pending.clear();
        // All of them are looked at, for the Eclipse compiler does not list the annotated components of records.
        ElementFilter.typesIn(round.getRootElements()).stream()
                .filter(ClassReader::hasAnnotations)
                .forEach(classes::add);
        return classes;
    }

    private void process(TypeElement topLevel) {
        plan(topLevel).ifPresent(plan -> {
            plans.add(plan);
            String name = topLevel.getQualifiedName().toString();
            if (earlier.classes().contains(name)) {
                // Or javac would warn of a type that exists already.
                report(earlier.delete(name));
            }
            output.writeClass(plan);
        });
    }

    private Optional<ClassPlan> plan(TypeElement topLevel) {
        int mark = findings.mark();
        try {
            Optional<List<AnnotatedMethod>> methods = ClassReader.read(topLevel);
            if (methods.isPresent()) {
                return plan(topLevel, methods.get());
            }
        } catch (UnresolvedTypeException notYet) {
            findings.forgetSince(mark);
        }
        pending.add(topLevel.getQualifiedName().toString());
        return Optional.empty();
    }

    private Optional<ClassPlan> plan(TypeElement topLevel, List<AnnotatedMethod> methods) {
        int before = findings.errors();
        List<SpanPlan> spans = methods.stream()
                .flatMap(method -> validator.validate(method).stream())
                .toList();
        return findings.errors() == before && !spans.isEmpty() && libraryIsThere()
                ? Optional.of(new ClassPlan(topLevel, types.packageOf(topLevel), spans))
                : Optional.empty();
    }

    /** No one made the types that the class waits for. Mistakes that do not hang on them are told now. */
    private void reportWhatIsCertain(String className) {
        @Nullable TypeElement topLevel = elements.getTypeElement(className);
        if (topLevel == null) {
            return;
        }
        for (AnnotatedMethod method : ClassReader.readable(topLevel)) {
            int mark = findings.mark();
            try {
                validator.validate(method);
            } catch (UnresolvedTypeException never) {
                findings.forgetSince(mark);
                findings.add(Message.TYPE_UNKNOWN, method.place(), String.valueOf(never.getMessage()));
            }
        }
    }

    private boolean libraryIsThere() {
        if (elements.getTypeElement(EngineTypes.PROBE) != null) {
            return true;
        }
        if (!failed) {
            failed = true;
            findings.addGlobal(Message.LIBRARY_MISSING);
        }
        return false;
    }
}
