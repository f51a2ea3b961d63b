package io.sreobservability.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.generate.ConstantsGenerator;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.reader.RegistryReader;
import java.io.IOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Checks annotated methods against the registry and generates what measures them. */
@AutoService(Processor.class)
public final class SpanProcessor extends AbstractProcessor {
    /** Option: the package that gets the constants of the standard; without it none are written. */
    static final String CONSTANTS_OPTION = "sre.observability.constants";

    private final Findings findings = new Findings();
    private boolean constantsWritten;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(CONSTANTS_OPTION);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        writeConstants(RegistryReader.standard());
        findings.print(processingEnv.getMessager());
        return false;
    }

    private void writeConstants(Registry registry) {
        String packageName = processingEnv.getOptions().get(CONSTANTS_OPTION);
        if (packageName == null || constantsWritten) {
            return;
        }
        constantsWritten = true;
        if (!SourceVersion.isName(packageName)) {
            findings.addGlobal(Message.CONSTANTS_PACKAGE, packageName);
            return;
        }
        for (JavaFile file : new ConstantsGenerator(registry, packageName).generate()) {
            try {
                file.writeTo(processingEnv.getFiler());
            } catch (IOException e) {
                findings.addGlobal(Message.OUTPUT_FAILED, file.typeSpec().name(), e.getMessage());
            }
        }
    }
}
