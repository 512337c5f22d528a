package id.capaian.extension.fuel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites a pack's class so that it counts: a step where a method begins and before a jump back, a question before an
 * array is made, and the hooks of {@link Crossing} around calls to the outside. No branch is added, so the class keeps
 * its stack map frames.
 */
public final class Rewriter extends ClassVisitor {

    private static final int HIDDEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    /** Sizes of the elements that NEWARRAY can make, by its operand from T_BOOLEAN (4) on. */
    private static final int[] WIDTHS = {1, 2, 4, 8, 1, 2, 4, 8};
    private static final int REFERENCE = 8;

    private final Map<String, Integer> variables;
    private final List<Crossing> references = new ArrayList<>();
    private String own;
    private boolean isInterface;

    private Rewriter(ClassVisitor next, Map<String, Integer> variables) {
        super(Opcodes.ASM9, next);
        this.variables = variables;
    }

    /**
     * Rewrites.
     *
     * @param original bytes of a class that passed the scan
     * @throws RuntimeException when it is no well-formed class, or a method grows too long
     */
    public static byte[] rewrite(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Rewriter(writer, variables(reader)), 0);
        return writer.toByteArray();
    }

    /** How many variables each method has: those after them are free for the hooks. */
    private static Map<String, Integer> variables(ClassReader reader) {
        Map<String, Integer> variables = new HashMap<>();
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMaxs(int stack, int locals) {
                        variables.put(name + descriptor, locals);
                    }
                };
            }
        }, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return variables;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        own = name;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
            String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return new Code(next, variables.getOrDefault(name + descriptor, 0));
    }

    /** Writes the methods that stand in for what was referred to. */
    @Override
    public void visitEnd() {
        for (int i = 0; i < references.size(); i++) {
            writeStandIn(references.get(i), standIn(i));
        }
        super.visitEnd();
    }

    private void writeStandIn(Crossing reference, String name) {
        MethodVisitor code = super.visitMethod(HIDDEN, name, reference.asStatic(), null, null);
        code.visitCode();
        boolean creates = reference.name().equals("<init>");
        if (creates) {
            code.visitTypeInsn(Opcodes.NEW, reference.owner());
            code.visitInsn(Opcodes.DUP);
        }
        int variable = 0;
        for (Type argument : Type.getArgumentTypes(reference.asStatic())) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), variable);
            variable += argument.getSize();
        }
        reference.write(code, variable);
        code.visitInsn(Type.getReturnType(reference.asStatic()).getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static String standIn(int number) {
        return "capaian$watched$" + number;
    }

    /** A reference to a method that must be watched becomes one to a method of this class that watches it. */
    private Object watched(Object argument) {
        if (!(argument instanceof Handle handle) || opcode(handle) < 0
                || !isForeign(handle.getOwner()) && !isInheritedStream(handle)) {
            return argument;
        }
        Crossing reference = new Crossing(opcode(handle), handle.getOwner(), handle.getName(), handle.getDesc(),
                handle.isInterface());
        if (!reference.isWatched()) {
            return argument;
        }
        if (!references.contains(reference)) {
            references.add(reference);
        }
        return new Handle(Opcodes.H_INVOKESTATIC, own, standIn(references.indexOf(reference)), reference.asStatic(),
                isInterface);
    }

    /** How a reference is called; -1 for fields, and for a super class's methods, which only the object may call. */
    private static int opcode(Handle handle) {
        return switch (handle.getTag()) {
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> -1;
        };
    }

    /** What a class of the pack has from a container it extends. */
    private static boolean isInheritedStream(Handle handle) {
        return Crossing.isStream(handle.getDesc()) && !handle.getName().startsWith("lambda$");
    }

    /** Everything else is the pack's own, and counts itself. */
    private static boolean isForeign(String owner) {
        return owner.startsWith("java/") || owner.startsWith("id/capaian/plugin/api/");
    }

    /** The code of one method. */
    private final class Code extends MethodVisitor {

        private final int free;
        private final Set<Label> passed = new HashSet<>();

        Code(MethodVisitor next, int free) {
            super(Opcodes.ASM9, next);
            this.free = free;
        }

        private void fuel(String hook, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Crossing.FUEL, hook, descriptor, false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            fuel("step", "()V");
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        private void stepBack(Label... targets) {
            for (Label target : targets) {
                if (passed.contains(target)) {
                    fuel("step", "()V");
                    return;
                }
            }
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            stepBack(label);
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
            stepBack(other);
            stepBack(labels);
            super.visitTableSwitchInsn(min, max, other, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            stepBack(other);
            stepBack(labels);
            super.visitLookupSwitchInsn(other, keys, labels);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY) {
                askForArray(WIDTHS[operand - Opcodes.T_BOOLEAN]);
            }
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.ANEWARRAY) {
                askForArray(REFERENCE);
            }
            super.visitTypeInsn(opcode, type);
        }

        private void askForArray(int width) {
            super.visitInsn(Opcodes.DUP);
            super.visitIntInsn(Opcodes.BIPUSH, width);
            fuel("array", "(II)V");
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            for (int i = 0; i < dimensions; i++) {
                super.visitVarInsn(Opcodes.ISTORE, free + i);
            }
            super.visitInsn(Opcodes.LCONST_1);
            for (int i = dimensions - 1; i >= 0; i--) {
                super.visitVarInsn(Opcodes.ILOAD, free + i);
                fuel("times", "(JI)J");
            }
            super.visitIntInsn(Opcodes.BIPUSH, REFERENCE);
            fuel("array", "(JI)V");
            for (int i = dimensions - 1; i >= 0; i--) {
                super.visitVarInsn(Opcodes.ILOAD, free + i);
            }
            super.visitMultiANewArrayInsn(descriptor, dimensions);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (isForeign(owner)) {
                new Crossing(opcode, owner, name, descriptor, isInterface).write(mv, free);
                return;
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (Crossing.isStream(descriptor)) {
                Crossing.hook(mv, "counted", Type.getReturnType(descriptor));
            }
            if (name.equals("clone") && owner.startsWith("[")) {
                fuel("grown", "()V");
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] watched = arguments.clone();
            for (int i = 0; i < watched.length; i++) {
                watched[i] = watched(watched[i]);
            }
            Type made = Type.getReturnType(descriptor);
            boolean text = made.getDescriptor().equals("Ljava/lang/String;");
            if (text) {
                Crossing.showAll(mv, List.of(Type.getArgumentTypes(descriptor)), free);
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, watched);
            if (text) {
                Crossing.hook(mv, "text", made);
            }
        }
    }
}
