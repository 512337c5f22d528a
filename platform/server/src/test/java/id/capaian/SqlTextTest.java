package id.capaian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What stands in SQL, read from the compiled classes, where texts joined of constants are one text. */
class SqlTextTest {

    private static final Path CLASSES = Path.of("target/classes/id/capaian");
    private static final Path TENANCY = CLASSES.resolve("kernel/tenancy");
    private static final Pattern SQL = Pattern.compile("(?is).*\\b(select\\s.*\\sfrom|insert\\s+into|delete\\s+from"
            + "|update\\s+\\S+\\s+set|\\sfrom\\s.*\\swhere)\\b.*");
    private static final Pattern ROLE = Pattern.compile("(?is).*\\b(set_config|(reset|set(\\s+local|\\s+session)?)\\s+role)\\b.*");
    private static final String START = "<clinit>";
    private static final Set<String> JOINING = Set.of("format", "formatted", "replace", "replaceAll", "replaceFirst",
            "concat", "append", "join");
    private static final Set<String> TEXTS = Set.of("java/lang/String", "java/lang/StringBuilder");

    /** Role and schema guard against our mistakes, not against any text: so none is ever made of what came in. */
    @Test
    void noSqlIsJoinedWhileTheServerRuns() throws IOException {
        List<String> seen = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        for (Path file : classes()) {
            ClassReader reader = new ClassReader(Files.readAllBytes(file));
            Set<String> atTheStart = calledAtTheStartOnly(reader);
            visit(reader, method -> atTheStart.contains(method) ? null
                    : new Joints(file + " " + method + ": ", seen, joined));
        }
        assertTrue(seen.size() > 100, "found only " + seen.size() + " texts of SQL");
        assertEquals(List.of(), joined);
    }

    /** A second place that sets a role would be a second wall, to be kept as right as the first. */
    @Test
    void onlyTenancySpeaksOfRoles() throws IOException {
        Set<Path> speaking = new HashSet<>();
        for (Path file : classes()) {
            visit(new ClassReader(Files.readAllBytes(file)), method -> new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text && ROLE.matcher(text).matches()) {
                        speaking.add(file.getParent());
                    }
                }
            });
        }
        assertEquals(Set.of(TENANCY), speaking);
    }

    private static List<Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }

    private static void visit(ClassReader reader, Function<String, MethodVisitor> visitor) {
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String types, String generics, String[] thrown) {
                return visitor.apply(name);
            }
        }, ClassReader.SKIP_DEBUG);
    }

    /** Methods whose answers are constants, made once. */
    private static Set<String> calledAtTheStartOnly(ClassReader reader) {
        Set<String> atTheStart = new HashSet<>(Set.of(START));
        Set<String> later = new HashSet<>();
        visit(reader, method -> new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String types, boolean ofInterface) {
                if (owner.equals(reader.getClassName())) {
                    (method.equals(START) ? atTheStart : later).add(called);
                }
            }
        });
        atTheStart.removeAll(later);
        return atTheStart;
    }

    /** Notes texts of SQL, and where one is joined with something. */
    private static final class Joints extends MethodVisitor {

        private final String where;
        private final List<String> seen;
        private final List<String> joined;
        private String last;

        Joints(String where, List<String> seen, List<String> joined) {
            super(Opcodes.ASM9);
            this.where = where;
            this.seen = seen;
            this.joined = joined;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text && SQL.matcher(text).matches()) {
                seen.add(text);
                last = text;
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String types, Handle bootstrap, Object... arguments) {
            Stream.of(arguments).map(Object::toString)
                    .filter(part -> name.startsWith("makeConcat") && SQL.matcher(part).matches())
                    .forEach(part -> joined.add(where + part));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String types, boolean ofInterface) {
            if (last != null && JOINING.contains(name) && TEXTS.contains(owner)) {
                joined.add(where + last);
            }
            // Handed over: what is joined later is something else.
            last = null;
        }
    }
}
