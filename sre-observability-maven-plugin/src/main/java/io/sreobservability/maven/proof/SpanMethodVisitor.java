package io.sreobservability.maven.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads one class file and collects its methods that carry a span annotation. (ASM may pass {@code null} arrays here; they
 * stay unused and unmarked, because the plugin tools cannot parse a type annotation on an array.)
 */
final class SpanMethodVisitor extends ClassVisitor {
    private static final int ASM_API = Opcodes.ASM9;

    // By descriptor, so that this plugin needs no annotation class at run time.
    private static final Map<String, String> ANNOTATIONS = Map.of(
            "Lio/sreobservability/annotations/AgentSpan;", "AgentSpan",
            "Lio/sreobservability/annotations/ToolSpan;", "ToolSpan",
            "Lio/sreobservability/annotations/MemorySpan;", "MemorySpan");

    private final List<BodyVisitor> bodies = new ArrayList<>();
    /** Inner class to the class around it; {@code null} for a local or anonymous one (JVMS 4.7.6). */
    private final Map<String, @Nullable String> outerClasses = new HashMap<>();

    private String internalName = "";
    private @Nullable String sourceFile;

    SpanMethodVisitor() {
        super(ASM_API);
    }

    List<AnnotatedMethod> methods() {
        boolean local = isLocal();
        return bodies.stream()
                .filter(body -> body.annotation != null)
                .map(body -> body.toMethod(internalName.replace('/', '.'), sourceFile, local))
                .toList();
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        internalName = name;
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        sourceFile = source;
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {
        outerClasses.put(name, outerName);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
        // javac copies annotations to bridge methods, which only forward to the method that was written.
        if ((access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) != 0) {
            return null;
        }
        BodyVisitor body = new BodyVisitor(access, name, descriptor);
        bodies.add(body);
        return body;
    }

    private boolean isLocal() {
        String name = internalName;
        while (name != null && outerClasses.containsKey(name)) {
            name = outerClasses.get(name);
        }
        return name == null;
    }

    /** Reads one method: its span annotation, the advice it calls, whether it returns. */
    private static final class BodyVisitor extends MethodVisitor {
        private final boolean hasBody;
        private final String name;
        private final String descriptor;
        private final List<AdviceCall> adviceCalls = new ArrayList<>();
        private @Nullable String annotation;
        private String spanName = "";
        private int line;
        private boolean returns;

        BodyVisitor(int access, String name, String descriptor) {
            super(ASM_API);
            this.hasBody = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
            this.name = name;
            this.descriptor = descriptor;
        }

        AnnotatedMethod toMethod(String className, @Nullable String sourceFile, boolean inLocalClass) {
            return new AnnotatedMethod(
                    new MethodKey(className, name, descriptor),
                    String.valueOf(annotation),
                    spanName,
                    sourceFile,
                    line,
                    inLocalClass,
                    hasBody,
                    returns,
                    List.copyOf(adviceCalls));
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            String simpleName = ANNOTATIONS.get(descriptor);
            if (simpleName == null) {
                return null;
            }
            annotation = simpleName;
            return new AnnotationVisitor(ASM_API) {
                @Override
                public void visit(String member, Object value) {
                    if (member.equals("value")) {
                        spanName = value.toString();
                    }
                }
            };
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            if (line == 0 || number < line) {
                line = number;
            }
        }

        @Override
        public void visitInsn(int opcode) {
            returns |= opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            AdviceKind.ofMethod(name).ifPresent(kind -> adviceCalls.add(new AdviceCall(owner.replace('/', '.'), kind)));
        }
    }
}
