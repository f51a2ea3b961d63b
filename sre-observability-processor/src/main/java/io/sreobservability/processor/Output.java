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
        ConstantsGenerator.ofStandard(registry, packageName, marked).forEach(file -> {
            removeEarlier(file);
            write(file);
        });
    }

    /** Writes the constants of all other registries, but for those that come with an artifact on the class path. */
    void writeExtensionConstants(Element from) {
        boolean marked = GeneratedMark.isVisible(from, types.elements());
        for (JavaFile file : ConstantsGenerator.ofExtensions(registry, marked)) {
            removeEarlier(file);
            if (types.elements().getTypeElement(nameOf(file)) == null) {
                write(file);
            }
        }
    }

    /** What an earlier compilation of this module wrote is not somebody else's, and javac would warn of it. */
    private void removeEarlier(JavaFile file) {
        earlier.deleteType(nameOf(file)).forEach(left -> findings.addGlobal(Message.LEFTOVER, left));
    }

    private static String nameOf(JavaFile file) {
        return file.packageName() + "." + file.typeSpec().name();
    }

    void writeClass(ClassPlan plan) {
        write(new BindingGenerator(types, places).generate(plan));
        write(
                StandardLocation.SOURCE_OUTPUT,
                plan.packageName(),
                plan.aspectName() + ".aj",
                new AspectGenerator(types).generate(plan),
                plan.topLevel());
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
        try {
            file.writeTo(filer);
        } catch (IOException e) {
            findings.addGlobal(Message.OUTPUT_FAILED, file.typeSpec().name() + ".java", Shown.prose(reason(e)));
        }
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
