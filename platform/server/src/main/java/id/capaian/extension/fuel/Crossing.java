package id.capaian.extension.fuel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A call from a pack's class into Java or the plugin API, and which hooks of {@link Fuel} watch it: work or memory of
 * one such call may be out of all proportion to the steps the pack makes.
 */
record Crossing(int opcode, String owner, String name, String descriptor, boolean isInterface) {

    static final String FUEL = Type.getInternalName(Fuel.class);

    private static final String STRING = "java/lang/String";
    private static final String CONSTRUCTOR = "<init>";
    private static final String SHOWN = "shown";
    private static final Set<String> NUMBERS = Set.of("java/math/BigDecimal", "java/math/BigInteger");
    /** Calls that are made by {@link Fuel} instead. */
    private static final Set<String> REPLACED = Set.of("String.repeat(I)", "String.matches(Ljava/lang/String;)",
            "String.replace(Ljava/lang/CharSequence;Ljava/lang/CharSequence;)",
            "String.replaceAll(Ljava/lang/String;Ljava/lang/String;)",
            "String.replaceFirst(Ljava/lang/String;Ljava/lang/String;)", "String.split(Ljava/lang/String;)",
            "String.split(Ljava/lang/String;I)", "String.join(Ljava/lang/CharSequence;[Ljava/lang/CharSequence;)",
            "String.join(Ljava/lang/CharSequence;Ljava/lang/Iterable;)", "Collectors.joining()",
            "Collectors.joining(Ljava/lang/CharSequence;)",
            "Collectors.joining(Ljava/lang/CharSequence;Ljava/lang/CharSequence;Ljava/lang/CharSequence;)");
    /** Calls whose whole numbers are sizes. */
    private static final Set<String> SIZED = Set.of("nCopies", "setLength", "ensureCapacity", "setSize", "copyOf",
            "copyOfRange", "padNext");
    /** Calls that copy a whole of something, so that a few of them can double it beyond every bound. */
    private static final Set<String> COPYING = Set.of("addAll", "putAll", "collect", "toList", "toArray", "copyOf",
            "copyOfRange", "join", "clone");
    private static final Set<String> STREAMS = Set.of("java/util/stream/Stream", "java/util/stream/IntStream",
            "java/util/stream/LongStream", "java/util/stream/DoubleStream");
    /** Types of texts whose length is noted when they are made. */
    private static final Set<String> TEXTS = Set.of(STRING, "java/lang/StringBuilder");
    /** Calls that make a text of whatever they are given. */
    private static final Set<String> SHOWING = Set.of("valueOf", "toString", "deepToString", "append", "insert");

    /** Whether any hook changes or watches what goes in; only then a reference to the method must be replaced. */
    boolean isWatched() {
        return isReplaced() || isStream() || isText() || isCopy() || firstWatched(operands()) >= 0;
    }

    /** Writes the call; its operands are on the stack. Variables from {@code scratch} on are free. */
    void write(MethodVisitor code, int scratch) {
        checkOperands(code, scratch);
        if (isReplaced()) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, FUEL, name, asStatic(), false);
            return;
        }
        code.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        checkResult(code);
    }

    /** Descriptor of a static method that does the same: the receiver is its first argument, what is new its result. */
    String asStatic() {
        Type result = name.equals(CONSTRUCTOR) ? Type.getObjectType(owner) : Type.getReturnType(descriptor);
        return Type.getMethodDescriptor(result, operands().toArray(Type[]::new));
    }

    private void checkOperands(MethodVisitor code, int scratch) {
        List<Type> operands = operands();
        int first = firstWatched(operands);
        if (first < 0) {
            return;
        }
        int free = scratch;
        List<Integer> variables = new ArrayList<>();
        for (int i = operands.size() - 1; i > first; i--) {
            code.visitVarInsn(operands.get(i).getOpcode(Opcodes.ISTORE), free);
            variables.add(0, free);
            free += operands.get(i).getSize();
        }
        check(code, operands.get(first));
        for (int i = first + 1; i < operands.size(); i++) {
            code.visitVarInsn(operands.get(i).getOpcode(Opcodes.ILOAD), variables.get(i - first - 1));
            check(code, operands.get(i));
        }
    }

    private void check(MethodVisitor code, Type operand) {
        String hook = hookOf(operand);
        if (SHOWN.equals(hook)) {
            show(code);
        } else if (hook != null) {
            hook(code, hook, operand);
        }
    }

    /** What lies on the stack, and stays there, will be part of a text. */
    private static void show(MethodVisitor code) {
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, FUEL, SHOWN, "(Ljava/lang/Object;)V", false);
    }

    /** As {@link #write} does for a call, of what the compiler has linked into one text. */
    static void showAll(MethodVisitor code, List<Type> parts, int scratch) {
        int free = scratch;
        List<Integer> variables = new ArrayList<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            code.visitVarInsn(parts.get(i).getOpcode(Opcodes.ISTORE), free);
            variables.add(0, free);
            free += parts.get(i).getSize();
        }
        for (int i = 0; i < parts.size(); i++) {
            code.visitVarInsn(parts.get(i).getOpcode(Opcodes.ILOAD), variables.get(i));
            if (parts.get(i).getSort() >= Type.ARRAY) {
                show(code);
            }
        }
    }

    private void checkResult(MethodVisitor code) {
        if (isStream()) {
            hook(code, "counted", Type.getReturnType(descriptor));
        } else if (isText()) {
            hook(code, "text", Type.getReturnType(descriptor));
        }
        if (isCopy()) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, FUEL, "grown", "()V", false);
        }
    }

    /** A hook that gives back what it is given. */
    static void hook(MethodVisitor code, String hook, Type type) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, FUEL, hook, Type.getMethodDescriptor(type, type), false);
    }

    private boolean isReplaced() {
        return (owner.equals(STRING) || owner.equals("java/util/stream/Collectors")) && REPLACED.contains(
                owner.substring(owner.lastIndexOf('/') + 1) + "." + name
                        + descriptor.substring(0, descriptor.indexOf(')') + 1));
    }

    /** Whatever gives a stream: its elements may be without end, or need no code of the pack to be made. */
    static boolean isStream(String descriptor) {
        Type result = Type.getReturnType(descriptor);
        return result.getSort() == Type.OBJECT && STREAMS.contains(result.getInternalName());
    }

    private boolean isStream() {
        return isStream(descriptor);
    }

    private boolean isText() {
        Type result = Type.getReturnType(descriptor);
        return result.getSort() == Type.OBJECT && TEXTS.contains(result.getInternalName());
    }

    private boolean isCopy() {
        boolean holder = owner.startsWith("java/util/") || owner.startsWith(STRING);
        return COPYING.contains(name) || Type.getReturnType(descriptor).getSort() == Type.ARRAY
                || isConstructor() && holder && Type.getArgumentTypes(descriptor).length > 0;
    }

    private int firstWatched(List<Type> operands) {
        for (int i = 0; i < operands.size(); i++) {
            if (hookOf(operands.get(i)) != null) {
                return i;
            }
        }
        return -1;
    }

    /** What must be known of an operand before the call; null for nothing. */
    private String hookOf(Type operand) {
        return switch (operand.getDescriptor()) {
            case "Ljava/math/BigDecimal;", "Ljava/math/BigInteger;" -> "number";
            case "Ljava/math/MathContext;" -> "precision";
            case "Ljava/lang/String;", "[C" -> NUMBERS.contains(owner) && isConstructor() ? "digits" : null;
            case "Ljava/lang/CharSequence;" -> owner.startsWith("java/util/regex/") ? "counted" : null;
            case "Ljava/lang/Object;", "[Ljava/lang/Object;" -> isShowing() ? SHOWN : null;
            case "I" -> NUMBERS.contains(owner) && !isConstructor() ? "power" : isSized() ? "size" : null;
            default -> isShowing() && operand.getInternalName().startsWith("java/util/") ? SHOWN : null;
        };
    }

    private boolean isShowing() {
        return SHOWING.contains(name) && isText();
    }

    private boolean isSized() {
        boolean container = owner.startsWith("java/util/") || owner.equals("java/lang/StringBuilder");
        return SIZED.contains(name) || container && isConstructor() || owner.equals("java/util/BitSet");
    }

    private boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    /** What the call takes from the stack; not the object under construction, which nothing may touch yet. */
    private List<Type> operands() {
        List<Type> operands = new ArrayList<>();
        if (opcode != Opcodes.INVOKESTATIC && !isConstructor()) {
            operands.add(Type.getObjectType(owner));
        }
        operands.addAll(List.of(Type.getArgumentTypes(descriptor)));
        return operands;
    }
}
