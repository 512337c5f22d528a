package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytecodeScanTest {

    @TempDir
    private Path directory;

    private List<PackProblem> scan(String body) throws IOException, PackInvalid {
        Path source = directory.resolve("Sample.java");
        Files.writeString(source, """
                import java.math.BigDecimal;
                import java.util.*;
                public class Sample {
                    %s
                }
                """.formatted(body));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null,
                "--release", "17", "-proc:none", "-nowarn", "-Xlint:none", "-XDsuppressNotes", "-d",
                        classes.toString(), source.toString());
        assertEquals(0, result, "the sample compiles");
        return BytecodeScan.problems(PackFiles.ofDirectory(classes));
    }

    @Test
    void letsPlainComputationPass() throws IOException, PackInvalid {
        assertEquals(List.of(), scan("""
                record Pair(String name, BigDecimal value) { }
                enum Kind { A, B }
                static final Map<String, BigDecimal> TABLE = new TreeMap<>();
                BigDecimal sum(List<Pair> pairs, Kind kind) {
                    String text = "n" + pairs.size();
                    return switch (kind) {
                        case A -> pairs.stream().map(Pair::value).reduce(BigDecimal.ZERO, BigDecimal::add);
                        case B -> Optional.of(text).map(String::length).map(BigDecimal::valueOf).orElseThrow();
                    };
                }
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "void x() { System.exit(1); }                                             | java.lang.System",
        "Runnable x() { return System::gc; }                                      | java.lang.System",
        "void x() { new Thread(() -> { }).start(); }                              | java.lang.Thread",
        "void x() throws Exception { new ProcessBuilder(\"id\").start(); }        | java.lang.ProcessBuilder",
        "Object x() throws Exception { return Class.forName(\"a.B\"); }           | java.lang.Class.forName",
        "Object x() { return getClass().getClassLoader(); }                       | getClassLoader",
        "Object x() throws Exception { return Sample.class.getMethod(\"x\"); }    | java.lang.Class.getMethod",
        "Object x() throws Exception { return new javax.naming.InitialContext(); } | javax.naming.InitialContext",
        "Object x() throws Exception { return java.nio.file.Path.of(\"/\"); }     | java.nio.file.Path",
        "Object x() throws Exception { return new java.net.URL(\"http://a\"); }   | java.net.URL",
        "Object x() { return new Random(); }                                      | java.util.Random",
        "Object x() { return java.time.Instant.now(); }                           | java.time.Instant.now",
        "Object x() { return java.time.ZoneId.systemDefault(); }                  | systemDefault",
        "void x() { Locale.setDefault(Locale.ROOT); }                             | java.util.Locale.setDefault",
        "Object x(List<String> a) { return a.parallelStream(); }                  | parallelStream",
        "double x() { return 0.1; }                                               | float or double",
        "static int count;                                                        | static field count",
        "native void x();                                                         | native method x",
        "protected void finalize() { }                                            | finalizer",
        "Object x() { return ServiceLoader.load(Sample.class); }                  | java.util.ServiceLoader",
        "Object x() { return java.lang.invoke.MethodHandles.lookup(); }           | MethodHandles.lookup",
        "Runnable x() { return java.lang.invoke.MethodHandles::lookup; }          | MethodHandles.lookup",
        "class Big extends BigDecimal { Big() { super(1); } }                     | extends java.math.BigDecimal",
        "Object x() { return Integer.getInteger(\"a\"); }                         | java.lang.Integer.getInteger",
        "Object x() { return java.time.zone.ZoneRulesProvider.getVersions(\"a\"); } | ZoneRulesProvider",
        "void x() { new Exception().printStackTrace(); }                          | printStackTrace",
        "Object x() { return new java.util.concurrent.atomic.AtomicLong(); }      | java.util.concurrent",
    })
    void refusesWhatAFormulaHasNoUseFor(String body, String words) throws IOException, PackInvalid {
        String problems = scan(body).toString();
        assertTrue(problems.contains(words), problems);
    }
}
