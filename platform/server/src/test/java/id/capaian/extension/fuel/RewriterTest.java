package id.capaian.extension.fuel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.PackFault;
import id.capaian.extension.TrialCompiler;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RewriterTest {

    /** Something of everything the compiler makes of a program, in one text as its answer. */
    private static final String ALL_KINDS = """
            package trial;
            import java.math.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            public class Program {
                enum Kind { A, B, C }
                record Pair(String name, BigDecimal value) { }
                interface Largest {
                    List<BigDecimal> all();
                    default BigDecimal largest() { return all().stream().reduce(BigDecimal.ONE, BigDecimal::max); }
                }
                static class Rounded {
                    final BigDecimal value;
                    Rounded(BigDecimal value) { this.value = value.setScale(2, RoundingMode.HALF_UP); }
                }
                static final class Third extends Rounded {
                    Third(BigDecimal value) { super(value.divide(new BigDecimal("3"), 5, RoundingMode.HALF_UP)); }
                }
                public static String run() {
                    StringBuilder out = new StringBuilder(16);
                    loops(out); numbers(out); texts(out); references(out); arrays(out); handlers(out);
                    return out.toString();
                }
                static void loops(StringBuilder out) {
                    int i = 0;
                    do { i += 3; } while (i < 10);
                    outer:
                    for (int a = 0; a < 5; a++) {
                        for (int b = 0; b < 5; b++) {
                            if (b == 3) continue outer;
                            if (a == 3) break outer;
                            switch (a * 5 + b) {
                                case 1: out.append('o'); continue;
                                case 7: out.append("s"); break;
                                default:
                            }
                        }
                    }
                    for (String word : List.of("one", "two", "three")) {
                        switch (word) {
                            case "two" -> out.append(2);
                            case "three" -> out.append(3L);
                            default -> out.append(i);
                        }
                    }
                    for (Kind kind : Kind.values()) { out.append(switch (kind) { case A -> 'a'; case B, C -> 'x'; }); }
                }
                static void numbers(StringBuilder out) {
                    BigDecimal a = BigDecimal.valueOf(12345L, 3);
                    BigDecimal b = new BigDecimal("2.50", new MathContext(2))
                        .add(new BigDecimal(new char[] {'7', '.', '1'}, 0, 3));
                    out.append(a.multiply(b, MathContext.DECIMAL64)).append(' ').append(a.pow(3)).append(' ')
                        .append(a.divide(b, 7, RoundingMode.HALF_UP)).append(' ')
                        .append(a.setScale(1, RoundingMode.DOWN)).append(' ')
                        .append(BigInteger.valueOf(9L).shiftLeft(70).mod(BigInteger.TEN)).append(' ')
                        .append(a.compareTo(b)).append(a.equals(null)).append(a.min(b)).append(new BigDecimal(77))
                        .append(new Third(BigDecimal.TEN).value).append(new Pair("p", a))
                        .append(new Pair("p", a).equals(new Pair("p", b)));
                }
                static void texts(StringBuilder out) {
                    String text = "a,b;c,d";
                    out.append(Arrays.toString(text.split("[,;]"))).append(Arrays.toString(text.split(",", 2)))
                        .append(text.matches("a.*d")).append(text.replaceAll("[bc]", "<$0>"))
                        .append(text.replaceFirst(",", "+")).append(text.replace(",", "--")).append("xy".repeat(3))
                        .append(text + 1 + 'c' + 2L + null).append(String.join("/", "a", "b"))
                        .append(java.util.regex.Pattern.compile("b;(c)").matcher(text).find());
                }
                static void references(StringBuilder out) {
                    Function<String, BigDecimal> make = BigDecimal::new;
                    BinaryOperator<BigDecimal> add = BigDecimal::add;
                    UnaryOperator<BigDecimal> twice = new BigDecimal("2")::multiply;
                    BiFunction<String, Integer, String> repeat = String::repeat;
                    IntFunction<List<String>> list = ArrayList::new;
                    Function<Integer, Set<String>> set = HashSet::new;
                    Supplier<StringBuilder> builder = StringBuilder::new;
                    Largest largest = () -> List.of(make.apply("3.5"), make.apply("2"));
                    List<String> joined =
                        Stream.of("q", "r").collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
                    out.append(add.apply(make.apply("1.5"), BigDecimal.TEN)).append(twice.apply(BigDecimal.TEN))
                        .append(repeat.apply("z", 2)).append(list.apply(4)).append(set.apply(5)).append(builder.get())
                        .append(largest.largest()).append(joined)
                        .append(IntStream.rangeClosed(1, 4).mapToObj(BigDecimal::valueOf)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .append(Stream.iterate(1, n -> n * 3).limit(5).map(String::valueOf)
                            .collect(Collectors.joining("+")))
                        .append(LongStream.iterate(1, n -> n < 50, n -> n * 2).sum());
                }
                static void arrays(StringBuilder out) {
                    long[][] table = new long[2][3];
                    table[1][2] = 5L;
                    int[][][] deep = new int[2][2][];
                    deep[0][1] = new int[] {4, 5};
                    boolean[] flags = {true, false};
                    String[] copy = new String[] {"m", "n"}.clone();
                    out.append(table[1][2] + table[0][0]).append(deep[0][1][1]).append(flags[0]).append(copy[1])
                        .append(Arrays.copyOf(copy, 3)[2]).append(new char[] {'k'}[0]).append(new byte[3].length)
                        .append(new short[1].length).append(Collections.nCopies(2, "u"))
                        .append(List.of(1, 2).toArray().length);
                }
                static void handlers(StringBuilder out) {
                    Object lock = new Object();
                    try {
                        synchronized (lock) {
                            out.append(((Object) "x").hashCode());
                            throw new IllegalStateException("thrown");
                        }
                    } catch (IllegalStateException | IllegalArgumentException e) {
                        out.append(e.getMessage());
                    } finally {
                        out.append(";finally");
                    }
                    try {
                        Object text = "t";
                        out.append(((Integer) text).intValue());
                    } catch (ClassCastException e) {
                        out.append("cast");
                    }
                    out.append(early(3)).append(early(12));
                }
                static int early(int n) {
                    try { while (true) { if (n > 10) return n; n++; } } finally { n = 0; }
                }
            }
            """;

    private static final Budget PLENTY = new Budget(Duration.ofSeconds(10), 1_000_000, 64 << 20);

    @Test
    void whatIsRewrittenComputesTheSame() throws Exception {
        Map<String, byte[]> classes = TrialCompiler.compile(Map.of("trial/Program.java", ALL_KINDS));
        String expected = run(classes, UnaryOperator.identity());
        assertTrue(expected.contains("thrown;finally"), expected);
        Tank tank = new Tank(PLENTY);
        assertEquals(expected, tank.run(() -> run(classes, Rewriter::rewrite)));
        assertEquals(Optional.empty(), tank.stopped());
    }

    @Test
    void everyRoundIsAStep() throws Exception {
        Map<String, byte[]> classes = counting(1_000);
        assertEquals("1000", new Tank(PLENTY).run(() -> run(classes, Rewriter::rewrite)));
        assertEquals("1000", tank(1_001).run(() -> run(classes, Rewriter::rewrite)));
        Tank small = tank(1_000);
        assertThrows(PackStop.class, () -> small.run(() -> run(classes, Rewriter::rewrite)));
        assertEquals(Optional.of(PackFault.Kind.WORK), small.stopped());
    }

    @Test
    void whoIsToldToEndEnds() {
        Map<String, byte[]> classes = counting(Integer.MAX_VALUE);
        Tank told = new Tank(PLENTY);
        told.stop(PackFault.Kind.TIMEOUT);
        told.stop(PackFault.Kind.MEMORY);
        assertThrows(PackStop.class, () -> told.run(() -> run(classes, Rewriter::rewrite)));
        assertEquals(Optional.of(PackFault.Kind.TIMEOUT), told.stopped());
    }

    @Test
    void aPacksCodeRunsInsideACallOrNotAtAll() {
        Map<String, byte[]> classes = counting(1);
        assertThrows(PackStop.class, () -> run(classes, Rewriter::rewrite));
    }

    private static Tank tank(long steps) {
        return new Tank(new Budget(Duration.ofSeconds(10), steps, 64 << 20));
    }

    /** A method that goes round so many times. */
    private static Map<String, byte[]> counting(int rounds) {
        return TrialCompiler.compile(Map.of("trial/Program.java", """
                package trial;
                public class Program {
                    public static String run() {
                        int i = 0;
                        while (i < %d) { i++; }
                        return "" + i;
                    }
                }
                """.formatted(rounds)));
    }

    private static String run(Map<String, byte[]> classes, UnaryOperator<byte[]> change) throws Exception {
        Map<String, byte[]> changed = new HashMap<>();
        classes.forEach((name, bytes) -> changed.put(name, change.apply(bytes)));
        ClassLoader loader = new ClassLoader(RewriterTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = changed.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        try {
            return (String) loader.loadClass("trial.Program").getMethod("run").invoke(null);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
