package io.sreobservability.aspects.transparency.bytecode;

import io.sreobservability.aspects.transparency.bytecode.MethodCode.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads class files. */
public final class ClassCode {
    private ClassCode() {}

    /** All methods of all classes below a folder. */
    public static List<MethodCode> methodsIn(Path folder) throws IOException {
        List<MethodCode> methods = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                methods.addAll(methodsOf(Files.readAllBytes(file)));
            }
        }
        return methods;
    }

    private static List<MethodCode> methodsOf(byte[] classFile) {
        List<MethodCode> methods = new ArrayList<>();
        ClassReader reader = new ClassReader(classFile);
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                return new Instructions(reader.getClassName(), name, descriptor, methods);
            }
        };
        reader.accept(visitor, ClassReader.SKIP_FRAMES);
        return methods;
    }

    private static final class Instructions extends MethodVisitor {
        private final String owner;
        private final String name;
        private final String descriptor;
        private final List<MethodCode> target;
        private final List<Call> calls = new ArrayList<>();
        private int dynamicCalls;

        Instructions(String owner, String name, String descriptor, List<MethodCode> target) {
            super(Opcodes.ASM9);
            this.owner = owner;
            this.name = name;
            this.descriptor = descriptor;
            this.target = target;
        }

        @Override
        public void visitMethodInsn(int opcode, String of, String called, String with, boolean isInterface) {
            calls.add(new Call(of, called, with));
        }

        @Override
        public void visitInvokeDynamicInsn(String called, String with, Handle bootstrap, Object... arguments) {
            dynamicCalls++;
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    calls.add(new Call(handle.getOwner(), handle.getName(), handle.getDesc()));
                }
            }
        }

        @Override
        public void visitEnd() {
            target.add(new MethodCode(owner, name, descriptor, List.copyOf(calls), dynamicCalls));
        }
    }
}
