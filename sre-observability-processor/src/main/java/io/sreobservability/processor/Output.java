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
import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.processor.type.BinaryNames;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.WeaverForm;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.reference.ReferencePage;
import java.io.IOException;
import java.io.InputStream;
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
    private final Findings findings;

    Output(Filer filer, TypeInspector types, Registry registry, Findings findings) {
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
        ConstantsGenerator.ofStandard(registry, packageName, marked).forEach(this::write);
    }

    /** Writes the constants of all other registries, but for those that come with an artifact on the class path. */
    void writeExtensionConstants(Element from) {
        boolean marked = GeneratedMark.isVisible(from, types.elements());
        ConstantsGenerator.ofExtensions(registry, marked).stream()
                .filter(file -> !isShipped(file))
                .forEach(this::write);
    }

    private boolean isShipped(JavaFile file) {
        String name = file.packageName() + "." + file.typeSpec().name();
        return types.elements().getTypeElement(name) != null && !isOwnOutput(file);
    }

    /** What an earlier run of this very compilation left behind is not somebody else's. */
    private boolean isOwnOutput(JavaFile file) {
        String name = file.typeSpec().name() + ".class";
        try (InputStream in = filer.getResource(StandardLocation.CLASS_OUTPUT, file.packageName(), name)
                .openInputStream()) {
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
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
