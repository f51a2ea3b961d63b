package io.sreobservability.processor;

import com.palantir.javapoet.JavaFile;
import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.generate.AspectGenerator;
import io.sreobservability.processor.generate.BindingGenerator;
import io.sreobservability.processor.generate.ConstantPlaces;
import io.sreobservability.processor.generate.ConstantsGenerator;
import io.sreobservability.processor.generate.ContractGenerator;
import io.sreobservability.processor.generate.GeneratedMark;
import io.sreobservability.processor.incremental.EarlierOutput;
import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.processor.type.BinaryNames;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.WeaverForm;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.reference.ReferencePage;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/** Writes what the generators make. A file that cannot be written is a finding. */
final class Output {
    /** Everything that {@link #writeModule} writes. */
    static final List<String> MODULE_FILES =
            List.of(Contract.RESOURCE, WeaverForm.MANIFEST, WeaverForm.DEFINITIONS, ReferencePage.RESOURCE);

    private final Filer filer;
    private final TypeInspector types;
    private final Registry registry;
    private final ConstantPlaces places;
    private final EarlierOutput earlier;
    private final Findings findings;

    Output(Filer filer, TypeInspector types, Registry registry, EarlierOutput earlier, Findings findings) {
        this.earlier = earlier;
        this.filer = filer;
        this.types = types;
        this.registry = registry;
        this.places = new ConstantPlaces(registry);
        this.findings = findings;
    }

    /**
     * Writes the constants of the standard.
     *
     * @param from an element of the module that gets them
     */
    void writeConstants(String packageName, Element from) {
        boolean marked = GeneratedMark.isVisible(from, types.elements());
        for (JavaFile file : ConstantsGenerator.ofStandard(registry, packageName, marked)) {
            writeConstants(file, earlier::holds);
        }
    }

    /** Writes the constants of all other registries, but for those that come with an artifact on the class path. */
    void writeExtensionConstants(Element from) {
        boolean marked = GeneratedMark.isVisible(from, types.elements());
        for (JavaFile file : ConstantsGenerator.ofExtensions(registry, marked)) {
            writeConstants(file, name -> types.elements().getTypeElement(name) != null);
        }
    }

    /**
     * What an earlier compilation of this module wrote goes, or javac would warn of it. What somebody else wrote stays: a
     * class file is used as it is, and a source that the same package should get is a mistake.
     */
    private void writeConstants(JavaFile file, Predicate<String> isThere) {
        String name = nameOf(file);
        if (earlier.isCompiled(name)) {
            if (!earlier.isGenerated(name)) {
                reportInTheWay(file.typeSpec().name() + ".java", name);
            }
            return;
        }
        earlier.deleteType(name).forEach(left -> findings.addGlobal(Message.LEFTOVER, left));
        if (!isThere.test(name)) {
            write(file);
        }
    }

    private void reportInTheWay(String file, String what) {
        findings.addGlobal(
                Message.OUTPUT_FAILED,
                file,
                Shown.prose("`" + what
                        + "` is there already, and was not generated. Rename it, or generate into another package."));
    }

    private static String nameOf(JavaFile file) {
        String name = file.typeSpec().name();
        return file.packageName().isEmpty() ? name : file.packageName() + "." + name;
    }

    void writeClass(ClassPlan plan) {
        JavaFile binding = new BindingGenerator(types, places).generate(plan);
        String aspect = plan.aspectName() + ".aj";
        boolean free = isFree(plan.packageName(), aspect);
        // What was generated for the class is deleted already: a class file that is still there is not ours.
        for (String name : List.of(nameOf(binding), plan.qualifiedAspectName())) {
            if (!earlier.isCompiled(name) && earlier.holds(name)) {
                reportInTheWay(name.equals(nameOf(binding)) ? plan.bindingName() + ".java" : aspect, name);
                free = false;
            }
        }
        if (free) {
            write(binding);
            write(
                    StandardLocation.SOURCE_OUTPUT,
                    plan.packageName(),
                    aspect,
                    new AspectGenerator(types).generate(plan),
                    plan.topLevel());
        }
    }

    /** What these classes emit, in every form. */
    void writeModule(Collection<ClassPlan> plans, UnaryOperator<Contract> wording) {
        Contract contract = wording.apply(new ContractGenerator(registry, new BinaryNames(types)).generate(plans));
        Element[] origins = plans.stream().map(ClassPlan::topLevel).toArray(Element[]::new);
        write(StandardLocation.CLASS_OUTPUT, "", Contract.RESOURCE, ContractJson.write(contract), origins);
        write(StandardLocation.CLASS_OUTPUT, "", WeaverForm.MANIFEST, WeaverForm.manifest(contract), origins);
        write(StandardLocation.CLASS_OUTPUT, "", WeaverForm.DEFINITIONS, WeaverForm.definitions(contract), origins);
        write(StandardLocation.CLASS_OUTPUT, "", ReferencePage.RESOURCE, ReferencePage.of(contract), origins);
    }

    private void write(JavaFile file) {
        String name = file.typeSpec().name() + ".java";
        if (isFree(file.packageName(), name)) {
            try {
                file.writeTo(filer);
            } catch (IOException e) {
                findings.addGlobal(Message.OUTPUT_FAILED, name, Shown.prose(reason(e)));
            }
        }
    }

    /** Whether nothing that somebody wrote would be overwritten, as where the output folder holds sources, too. */
    private boolean isFree(String packageName, String name) {
        String path = packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name;
        Optional<String> inTheWay = earlier.inTheWay(path);
        inTheWay.ifPresent(file -> reportInTheWay(name, file));
        return inTheWay.isEmpty();
    }

    private void write(
            JavaFileManager.Location location, String packageName, String name, String text, Element... origins) {
        try (Writer writer =
                filer.createResource(location, packageName, name, origins).openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            findings.addGlobal(Message.OUTPUT_FAILED, name, Shown.prose(reason(e)));
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
