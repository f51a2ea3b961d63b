package io.sreobservability.aspects.transparency.twin;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Gives a class a static initialiser that throws. */
final class FailingInitialiser extends ClassVisitor {
    private static final String NAME = "<clinit>";
    private static final String THROWN = "java/lang/IllegalStateException";

    private FailingInitialiser(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    static byte[] in(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new FailingInitialiser(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return name.equals(NAME) ? null : super.visitMethod(access, name, descriptor, signature, exceptions);
    }

    @Override
    public void visitEnd() {
        MethodVisitor code = super.visitMethod(Opcodes.ACC_STATIC, NAME, "()V", null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, THROWN);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, THROWN, "<init>", "()V", false);
        code.visitInsn(Opcodes.ATHROW);
        code.visitMaxs(2, 0);
        code.visitEnd();
        super.visitEnd();
    }
}
