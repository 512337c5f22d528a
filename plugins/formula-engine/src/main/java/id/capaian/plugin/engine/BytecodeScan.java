package id.capaian.plugin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the classes of a Java pack without loading them and refuses whatever a pure formula has no use for: an allow
 * list, so that what nobody thought of is refused as well.
 *
 * <p>It stops accidents and lazy malice, not a determined author of bytecode; therefore Java packs also need the
 * platform team's signature.
 */
public final class BytecodeScan {

    private static final int NEWEST_CLASS_FILE = Opcodes.V17;

    private static final Set<String> LANGUAGE = Set.of(
            "Object", "String", "StringBuilder", "CharSequence", "Math", "Integer", "Long", "Short", "Byte", "Boolean",
            "Character", "Number", "Comparable", "Iterable", "Enum", "Record", "Void", "Override",
            "FunctionalInterface", "Deprecated", "SafeVarargs", "SuppressWarnings", "Class", "Throwable", "Exception",
            "RuntimeException",
            "Error", "AssertionError", "IllegalArgumentException", "IllegalStateException", "ArithmeticException",
            "NullPointerException", "NumberFormatException", "UnsupportedOperationException",
            "IndexOutOfBoundsException", "IncompatibleClassChangeError", "MatchException", "NoSuchFieldError",
            "AutoCloseable", "annotation/Annotation", "invoke/LambdaMetafactory", "invoke/StringConcatFactory",
            "invoke/MethodHandles", "invoke/MethodHandles$Lookup", "invoke/MethodHandle", "invoke/MethodType",
            "invoke/CallSite", "invoke/TypeDescriptor", "runtime/ObjectMethods", "runtime/SwitchBootstraps");

    private static final Set<String> NOT_UTIL = Set.of(
            "Random", "SplittableRandom", "Timer", "TimerTask", "ServiceLoader", "ResourceBundle", "Scanner",
            "Formatter", "StringJoiner", "Properties", "Date", "Calendar", "GregorianCalendar", "TimeZone", "UUID",
            "Currency", "WeakHashMap", "Observable", "DoubleSummaryStatistics", "OptionalDouble");

    private static final List<String> PREFIXES = List.of(
            "java/math/", "java/util/function/", "java/util/stream/", "java/util/regex/", "java/time/",
            "id/capaian/plugin/api/", "org/jspecify/annotations/");

    private static final Set<String> SINGLE = Set.of("org/pf4j/Extension", "org/pf4j/ExtensionPoint");

    private static final Set<String> CLASS_METHODS = Set.of("desiredAssertionStatus", "getSimpleName", "getName",
            "isInstance", "cast");

    private static final Set<String> NEVER = Set.of("now", "systemDefault", "parallel", "parallelStream", "setDefault",
            "wait", "notify", "notifyAll", "finalize", "random", "identityHashCode", "printStackTrace");

    /** What the compiler needs to link a lambda, a text or a record; called by nobody else, for it finds any class. */
    private static final String LINKING = "java/lang/invoke/";

    private static final Set<String> SYSTEM_PROPERTIES =
            Set.of("java/lang/Integer.getInteger", "java/lang/Long.getLong", "java/lang/Boolean.getBoolean");

    /** Make texts of any length out of nothing, in one act that nobody can stop. */
    private static final Set<String> TEXTS =
            Set.of("java/lang/String.format", "java/lang/String.formatted", "java/lang/String.indent");

    private final String file;
    private final Set<String> own;
    private final Set<String> findings = new TreeSet<>();

    private BytecodeScan(String file, Set<String> own) {
        this.file = file;
        this.own = own;
    }

    /**
     * Scans every class of a pack.
     *
     * @param files of the pack
     * @return what is refused, by class; empty when nothing is, also for a pack without classes
     */
    public static List<PackProblem> problems(PackFiles files) {
        Set<String> own = new TreeSet<>();
        for (String name : files.names("", ".class")) {
            own.add(name.substring(0, name.length() - ".class".length()));
        }
        List<PackProblem> problems = new ArrayList<>();
        for (String name : own) {
            BytecodeScan scan = new BytecodeScan(name + ".class", own);
            scan.read(files.bytes(name + ".class").orElseThrow(), name);
            for (String finding : scan.findings) {
                problems.add(new PackProblem(scan.file, 0, finding,
                        "a pack computes: values, collections, time as given, and the plugin API"));
            }
        }
        return problems;
    }

    private void read(byte[] bytes, String name) {
        if (name.startsWith("java/") || name.startsWith("id/capaian/plugin/") || name.startsWith("org/pf4j/")) {
            findings.add("puts a class into somebody else's package");
        }
        try {
            new ClassReader(bytes).accept(new Classes(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException e) {
            findings.add("cannot be read as a class: " + e.getMessage());
        }
    }

    private void type(@Nullable String internalName) {
        if (internalName == null) {
            return;
        }
        if (internalName.startsWith("[")) {
            type(Type.getType(internalName));
        } else if (!allowed(internalName)) {
            findings.add("uses " + internalName.replace('/', '.'));
        }
    }

    private boolean allowed(String name) {
        if (own.contains(name) || SINGLE.contains(name) || PREFIXES.stream().anyMatch(name::startsWith)) {
            return !name.equals("java/time/Clock") && !name.startsWith("java/time/zone/ZoneRulesProvider");
        }
        if (name.startsWith("java/lang/")) {
            return LANGUAGE.contains(name.substring("java/lang/".length()));
        }
        if (name.startsWith("java/util/")) {
            String simple = name.substring("java/util/".length());
            return !simple.contains("/") && !NOT_UTIL.contains(simple.split("\\$")[0]);
        }
        return false;
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> type(type.getInternalName());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            case Type.FLOAT, Type.DOUBLE -> findings.add("uses float or double; scores are BigDecimal");
            default -> {
                // int, long, boolean and the like
            }
        }
    }

    private void member(String owner, String name, String descriptor) {
        type(owner);
        type(Type.getType(descriptor));
        if (NEVER.contains(name) && !own.contains(owner)) {
            findings.add("calls " + owner.replace('/', '.') + "." + name);
        }
        String call = owner + "." + name;
        if (owner.startsWith(LINKING) || SYSTEM_PROPERTIES.contains(call) || TEXTS.contains(call)) {
            findings.add("calls " + owner.replace('/', '.') + "." + name);
        }
        if (owner.equals("java/lang/Class") && !CLASS_METHODS.contains(name)) {
            findings.add("calls java.lang.Class." + name);
        }
    }

    private void constant(Object value) {
        if (value instanceof Type type) {
            type(type);
        } else if (value instanceof Handle handle) {
            member(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (value instanceof ConstantDynamic dynamic) {
            bootstrap(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        } else if (value instanceof Double || value instanceof Float) {
            findings.add("uses float or double; scores are BigDecimal");
        }
    }

    private void bootstrap(Handle handle) {
        if (handle.getOwner().startsWith(LINKING)) {
            type(handle.getOwner());
        } else {
            constant(handle);
        }
    }

    private final class Classes extends ClassVisitor {

        Classes() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
                String @Nullable [] interfaces) {
            if ((version & 0xffff) > NEWEST_CLASS_FILE) {
                findings.add("is compiled for a Java newer than 17");
            }
            type(superName);
            if (superName != null && superName.startsWith("java/math/")) {
                findings.add("extends " + superName.replace('/', '.') + "; numbers are what they are");
            }
            if (interfaces != null) {
                List.of(interfaces).forEach(BytecodeScan.this::type);
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(int access, String name, String descriptor,
                @Nullable String signature, @Nullable Object value) {
            type(Type.getType(descriptor));
            if ((access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_FINAL) == 0) {
                findings.add("keeps state in static field " + name);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
                String @Nullable [] exceptions) {
            type(Type.getType(descriptor));
            if ((access & Opcodes.ACC_NATIVE) != 0) {
                findings.add("has native method " + name);
            }
            if (name.equals("finalize")) {
                findings.add("has a finalizer");
            }
            return new Code();
        }
    }

    private final class Code extends MethodVisitor {

        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            type(type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            member(owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.startsWith("[")) {
                return; // clone of an array, as enums do
            }
            member(owner, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            type(Type.getType(descriptor));
            bootstrap(bootstrap);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            type(Type.getType(descriptor));
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            type(type);
        }
    }
}
