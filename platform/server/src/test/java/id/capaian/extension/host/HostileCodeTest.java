package id.capaian.extension.host;

import static id.capaian.extension.host.HostBench.NEW_YEAR;
import static id.capaian.extension.host.HostBench.SAMARINDA;
import static id.capaian.extension.host.HostBench.TUBEI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.extension.Refusal;
import id.capaian.kernel.problem.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Java packs that passed every check and misbehave when they calculate: each fault has a name, ends soon, is off for
 * the tenant it happened to, and takes nothing from the other one.
 */
class HostileCodeTest {

    private static final String V = "1.0.0";
    /** Runs no code of the pack. */
    private static final String POUR = """
            List<Integer> many = Collections.nCopies(100_000, 1);
            Collections.nCopies(40_000, many).stream().flatMap(Collection::stream)""";

    private final HostBench bench = HostBench.unhurried();

    @AfterEach
    void end() {
        bench.close();
    }

    private PackWorkshop.Made serve(TrialPack pack) {
        return serve(bench, pack);
    }

    private static PackWorkshop.Made serve(HostBench bench, TrialPack pack) {
        PackWorkshop.Made made = bench.stage(bench.workshop.make(pack));
        bench.bind(made, NEW_YEAR);
        bench.bind(made, SAMARINDA, null, NEW_YEAR);
        bench.converge();
        return made;
    }

    private PackWorkshop.Made serve(String misbehaviour) {
        return serve(new TrialPack(V).whenBad(misbehaviour));
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile(PackFault.Kind.WORK, "a loop without end", "while (true) { }"),
                hostile(PackFault.Kind.WORK, "a loop that swallows everything", """
                        while (true) { try { while (true) { } } catch (Throwable t) { } }"""),
                hostile(PackFault.Kind.WORK, "a loop that swallows everything, finally too", """
                        try { while (true) { } }
                        finally { while (true) { try { continue; } catch (Throwable t) { } } }"""),
                hostile(PackFault.Kind.WORK, "a swallowed loop, answered as if nothing had happened", """
                        try { while (true) { } } catch (Throwable t) { }"""),
                hostile(PackFault.Kind.WORK, "a loop inside a stream", """
                        Stream.iterate(1, i -> i).forEach(i -> { });"""),
                hostile(PackFault.Kind.WORK, "a stream without end and without code of the pack", """
                        Stream.generate("x"::toString).filter(Objects::isNull).findFirst();"""),
                hostile(PackFault.Kind.WORK, "a range almost without end", """
                        if (LongStream.range(0, Long.MAX_VALUE).max().isEmpty()) { throw new Error(); }"""),
                hostile(PackFault.Kind.WORK, "a pattern that tries everything", """
                        boolean found = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("((a|aa)+)\\\\1?b");"""),
                hostile(PackFault.Kind.WORK, "recursion that branches", """
                        class Tree { int grow(int n) { return n == 0 ? 1 : grow(n - 1) + grow(n - 1); } }
                        new Tree().grow(60);"""),
                hostile(PackFault.Kind.RECURSION, "recursion without end", """
                        class Deep { int go(int n) { return go(n + 1) + 1; } }
                        new Deep().go(0);"""),
                hostile(PackFault.Kind.MEMORY, "allocation in a loop", """
                        List<byte[]> all = new ArrayList<>();
                        while (true) { all.add(new byte[1 << 16]); }"""),
                hostile(PackFault.Kind.MEMORY, "small things without end", """
                        List<Object> all = new ArrayList<>();
                        while (true) { all.add(new ArrayList<>(List.of(1, 2, 3))); }"""),
                hostile(PackFault.Kind.MEMORY, "one huge array", "byte[] all = new byte[Integer.MAX_VALUE - 8];"),
                hostile(PackFault.Kind.MEMORY, "an array of arrays", "long[][] all = new long[50_000][50_000];"),
                hostile(PackFault.Kind.MEMORY, "a huge container", "new ArrayList<String>(1_500_000_000);"),
                hostile(PackFault.Kind.MEMORY, "a text repeated", "\"text\".repeat(500_000_000);"),
                hostile(PackFault.Kind.MEMORY, "a text that doubles", """
                        String text = "x";
                        while (true) { text += text; }"""),
                hostile(PackFault.Kind.MEMORY, "a builder that doubles", """
                        StringBuilder text = new StringBuilder("x");
                        while (true) { text.append(text); }"""),
                hostile(PackFault.Kind.MEMORY, "a list that doubles", """
                        List<String> all = new ArrayList<>(List.of("x"));
                        while (true) { all.addAll(all); }"""),
                hostile(PackFault.Kind.MEMORY, "a text replaced by long ones", """
                        String text = "x".repeat(100_000);
                        text.replace("x", text);"""),
                hostile(PackFault.Kind.MEMORY, "texts joined", """
                        String.join("", Collections.nCopies(40, "x".repeat(10_000_000)));"""),
                hostile(PackFault.Kind.MEMORY, "texts joined one by one", """
                        String big = "x".repeat(10_000_000);
                        String.join(big, big, big, big, big, big, big, big, big);"""),
                hostile(PackFault.Kind.MEMORY, "texts joined by a collector", """
                        Collections.nCopies(40, "x".repeat(10_000_000)).stream().collect(Collectors.joining());"""),
                hostile(PackFault.Kind.MEMORY, "texts joined by reference", """
                        java.util.function.BiFunction<CharSequence, List<String>, String> join = String::join;
                        join.apply("", Collections.nCopies(40, "x".repeat(10_000_000)));"""),
                hostile(PackFault.Kind.MEMORY, "lists poured into one list", POUR + ".toList();"),
                hostile(PackFault.Kind.MEMORY, "lists poured into a collector", POUR
                        + ".collect(Collectors.toList());"),
                hostile(PackFault.Kind.WORK, "lists poured and only counted", POUR + ".count();"),
                hostile(PackFault.Kind.WORK, "streams of an own list", """
                        class Many extends ArrayList<Integer> { }
                        Many many = new Many();
                        many.addAll(Collections.nCopies(100_000, 1));
                        Collections.nCopies(40_000, many).stream().flatMap(Many::stream).count();"""),
                hostile(PackFault.Kind.MEMORY, "a builder fed by reference", """
                        StringBuilder all = new StringBuilder();
                        Collections.nCopies(1_000_000, "x".repeat(100_000)).forEach(all::append);"""),
                hostile(PackFault.Kind.MEMORY, "a list written out", """
                        String.valueOf(Collections.nCopies(40, "x".repeat(10_000_000)));"""),
                hostile(PackFault.Kind.MEMORY, "a list written out in a text", """
                        String text = "all: " + Collections.nCopies(40, "x".repeat(10_000_000));"""),
                hostile(PackFault.Kind.MEMORY, "a list that writes itself out", """
                        Collections.nCopies(40, Map.of("k", "x".repeat(10_000_000))).toString();"""),
                hostile(PackFault.Kind.MEMORY, "a text added to itself many times at once", """
                        String t = "x".repeat(10_000_000);
                        String all = t + t + t + t + t + t + t + t + t + t + t + t + t + t + t + t + t + t + t + t;"""),
                hostile(PackFault.Kind.MEMORY, "characters copied and kept", """
                        String text = "x".repeat(1_000_000);
                        List<char[]> all = new ArrayList<>();
                        for (int i = 0; i < 1_000; i++) { all.add(text.toCharArray()); }"""),
                hostile(PackFault.Kind.MEMORY, "lists copied and kept", """
                        List<Integer> many = Collections.nCopies(1_000_000, 1);
                        List<List<Integer>> all = new ArrayList<>();
                        for (int i = 0; i < 1_000; i++) { all.add(new ArrayList<>(many)); }"""),
                hostile(PackFault.Kind.NUMBER, "a sum of distant scales", """
                        new BigDecimal("1E+999999999").add(BigDecimal.ONE);"""),
                hostile(PackFault.Kind.NUMBER, "a huge power", "BigDecimal.TEN.add(BigDecimal.ONE).pow(999_999_999);"),
                hostile(PackFault.Kind.NUMBER, "a huge scale", "BigDecimal.ONE.setScale(999_999_999);"),
                hostile(PackFault.Kind.NUMBER, "a division without end", """
                        BigDecimal.ONE.divide(new BigDecimal("7"), 500_000_000, RoundingMode.HALF_UP);"""),
                hostile(PackFault.Kind.NUMBER, "a huge precision", """
                        BigDecimal.TEN.sqrt(new MathContext(100_000_000));"""),
                hostile(PackFault.Kind.NUMBER, "squares of squares", """
                        BigDecimal number = new BigDecimal("1.01");
                        while (true) { number = number.multiply(number); }"""),
                hostile(PackFault.Kind.NUMBER, "a sum of distant scales by reference", """
                        Stream.of(new BigDecimal("1E+999999999"), BigDecimal.ONE)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);"""),
                hostile(PackFault.Kind.NUMBER, "a huge shift", "BigInteger.ONE.shiftLeft(Integer.MAX_VALUE);"),
                hostile(PackFault.Kind.NUMBER, "a number written out", "new BigDecimal(\"9\".repeat(1_000_000));"),
                hostile(PackFault.Kind.NUMBER, "a huge number given to the platform", """
                        Kernel.round(new BigDecimal("1E+999999999"));"""),
                hostile(PackFault.Kind.WRONG_ANSWER, "no answer", "if (true) { return null; }"),
                hostile(PackFault.Kind.WRONG_ANSWER, "an answer with something else in it", """
                        List<?> steps = List.of("no step");
                        List<Step> made = (List<Step>) steps;
                        if (true) { return new Outcome.Scored(null, null, BigDecimal.ONE, made, List.of()); }"""),
                hostile(PackFault.Kind.WRONG_ANSWER, "a score between two bands", answer("89.995", "List.of()")),
                hostile(PackFault.Kind.WRONG_ANSWER, "a score no column holds", answer("100000.00", "List.of()")),
                hostile(PackFault.Kind.WRONG_ANSWER, "a score below the scale", answer("-0.01", "List.of()")),
                hostile(PackFault.Kind.WRONG_ANSWER, "two steps of one name", """
                        LocalizedText text = new LocalizedText("Uji", "Trial");
                        Step step = new Step("NR", text, "1", new BigDecimal("1.00"), StepUnit.POINTS, List.of(), null);
                        """ + answer("80.00", "List.of(step, step)")),
                hostile(PackFault.Kind.WRONG_ANSWER, "ratings of something that is no person", """
                        BigDecimal one = new BigDecimal("80.00");
                        if (true) { return new Outcome.Scored(one, one, one, List.of(), List.of()); }"""),
                hostile(PackFault.Kind.FAILED, "an answer of another type", """
                        if (true) { return (Outcome) (Object) "80"; }"""),
                hostile(PackFault.Kind.FAILED, "an exception", "throw new IllegalStateException(\"no\");"),
                hostile(PackFault.Kind.FAILED, "an error", "throw new AssertionError(\"no\");"),
                hostile(PackFault.Kind.FAILED, "an exception whose message does not end", """
                        class Sly extends RuntimeException {
                            @Override public String getMessage() { while (true) { } }
                        }
                        throw new Sly();"""));
    }

    private static String answer(String index, String steps) {
        return "if (true) { return new Outcome.Scored(null, null, new BigDecimal(\"" + index + "\"), " + steps
                + ", List.of()); }";
    }

    private static Arguments hostile(PackFault.Kind kind, String what, String code) {
        return Arguments.of(what, kind, code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostile")
    void endsInANamedFaultAndTakesNothingFromTheOthers(String what, PackFault.Kind kind, String code) {
        PackWorkshop.Made pack = serve(code);
        PackFault fault = bench.fault(TUBEI, V);
        assertEquals(kind, fault.kind(), what + ": " + fault.getMessage());
        assertEquals("80", bench.index(SAMARINDA, V));
        assertTrue(bench.host.isActive(pack.key()));
        HostBench.await(() -> HostBench.callThreads().stream().allMatch(HostileCodeTest::isIdle));
    }

    private static boolean isIdle(Thread thread) {
        return Stream.of(thread.getStackTrace()).noneMatch(frame -> frame.getClassName().startsWith("trial."));
    }

    /** Otherwise a run would wait for ever for a pack that answers promptly, and wrongly, for some people. */
    @Test
    void aWrongAnswerAboutSomebodyIsNoReasonToLeaveThePackAlone() {
        serve(new TrialPack(V).aboutPeople().whenBad("""
                BigDecimal one = new BigDecimal("80.00");
                if (true) { return new Outcome.Scored(one, null, one, List.of(), List.of()); }"""));
        for (int i = 0; i < 10; i++) {
            PackFault fault = bench.fault(TUBEI, V);
            assertEquals(PackFault.Kind.WRONG_ANSWER, fault.kind());
            assertTrue(fault.getMessage().contains("behaviour is missing"), fault.getMessage());
        }
        assertEquals("80", bench.index(V));
    }

    @Test
    void whatFailsForATenantAgainAndAgainIsOffForThatTenantOnly() {
        serve("throw new IllegalStateException();");
        for (int i = 0; i < 3; i++) {
            assertEquals(PackFault.Kind.FAILED, bench.fault(TUBEI, V).kind());
        }
        assertEquals(PackFault.Kind.SUSPENDED, bench.fault(TUBEI, V).kind());
        try (Lease lease = bench.catalogue(TUBEI).lease("region-trial", V)) {
            assertEquals(PackFault.Kind.SUSPENDED, assertThrows(PackFault.class, () -> HostBench.index(lease)).kind());
        }
        for (int i = 0; i < 100; i++) {
            assertEquals("80", bench.index(SAMARINDA, V));
        }
    }

    @Test
    void aTenantInTroubleStaysInTroubleOnAnotherLeaseOfTheSameJar() {
        PackWorkshop.Made pack = serve("throw new IllegalStateException();");
        for (int i = 0; i < 3; i++) {
            bench.fault(TUBEI, V);
        }
        bench.bindings.clear();
        bench.converge();
        try (Lease kept = bench.catalogue(TUBEI).leaseOfKept("region-trial", V);
                Lease others = bench.catalogue(SAMARINDA).leaseOfKept("region-trial", V)) {
            assertEquals(pack.artifact().sha256(), kept.sha256());
            assertEquals(PackFault.Kind.SUSPENDED, assertThrows(PackFault.class, () -> HostBench.index(kept)).kind());
            assertEquals("80", HostBench.index(others));
        }
    }

    @Test
    void aTenantsCallsGoOnWhileAnothersLoopAndLoop() throws InterruptedException {
        serve("while (true) { }");
        Thread looping = new Thread(() -> {
            for (int i = 0; i < 5; i++) {
                bench.fault(TUBEI, V);
            }
        });
        looping.start();
        int calls = 0;
        while (looping.isAlive() || calls < 100) {
            assertEquals("80", bench.index(SAMARINDA, V));
            calls++;
        }
        looping.join();
        assertEquals(PackFault.Kind.SUSPENDED, bench.fault(TUBEI, V).kind());
        assertEquals("80", bench.index(SAMARINDA, V));
    }

    @Test
    void anInputThatCannotBeScoredSaysNothingAboutThePack() {
        serve("throw new IllegalArgumentException(\"no such indicator\");");
        for (int i = 0; i < 10; i++) {
            assertEquals(PackFault.Kind.FAILED, bench.fault(TUBEI, V).kind());
        }
        assertEquals("80", bench.index(V));
    }

    /**
     * A huge act inside Java's own library counts no steps: the one thing that still costs a thread, for seconds. It is
     * the deadline that ends it, so this one is the platform's own.
     */
    @Test
    void aPackThatHangsIsLeftAloneByAllAndTheVersionBeforeServes() {
        try (HostBench hurried = new HostBench()) {
            leavesAloneWhatHangs(hurried);
        }
    }

    private static void leavesAloneWhatHangs(HostBench bench) {
        PackWorkshop.Made before = bench.stage(bench.workshop.javaPack("0.9.0", "70"));
        bench.bind(before, NEW_YEAR.minusYears(1));
        PackWorkshop.Made hanging = serve(bench, new TrialPack(V).whenBad("""
                List<Integer> many = new ArrayList<>(Collections.nCopies(100_000, 1));
                new ArrayList<>(Collections.nCopies(50_000, many)).hashCode();"""));
        assertEquals(V, bench.versionOn(NEW_YEAR));
        try (Lease lease = bench.catalogue(TUBEI).lease("region-trial", V);
                Lease others = bench.catalogue(SAMARINDA).lease("region-trial", V)) {
            assertEquals(PackFault.Kind.TIMEOUT, bench.fault(TUBEI, V).kind());
            assertEquals(PackFault.Kind.SUSPENDED, assertThrows(PackFault.class, () -> HostBench.index(lease)).kind());
            assertEquals(PackFault.Kind.SUSPENDED, assertThrows(PackFault.class, () -> HostBench.index(others)).kind());
        }
        bench.converge();
        PackReport report = bench.host.report(hanging.key()).orElseThrow();
        assertTrue(report.reason().startsWith(Refusal.HUNG + ": "), report.toString());
        assertTrue(bench.told.contains(report));
        assertTrue(bench.catalogue(TUBEI).descriptor("region-trial", V).isPresent(), "its forms may still be shown");
        assertThrows(ProblemException.class, () -> bench.index(V));
        assertThrows(ProblemException.class, () -> bench.catalogue(TUBEI).leaseOfKept("region-trial", V));
        assertEquals("0.9.0", bench.versionOn(NEW_YEAR));
        assertEquals("70", bench.index("0.9.0"));
        int said = bench.told.size();
        bench.converge();
        assertEquals(said, bench.told.size(), "said once");
    }
}
