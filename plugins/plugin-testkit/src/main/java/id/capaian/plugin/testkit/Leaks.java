package id.capaian.plugin.testkit;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Loads, uses and unloads a pack again and again: nothing of it may stay behind. */
final class Leaks {

    private static final int JAVA_CYCLES = 20;
    /** Of a pack without classes: nothing of its own could stay, only what PF4J opened. */
    private static final int DATA_CYCLES = 3;
    private static final int COLLECTIONS = 25;

    private Leaks() {
    }

    /**
     * What stays behind.
     *
     * @param jar a built pack
     * @throws PackInvalid when it cannot be loaded
     */
    static List<String> problems(Path jar) throws PackInvalid {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        int cycles = PackJar.read(jar).kind() == PackJar.Kind.JAVA ? JAVA_CYCLES : DATA_CYCLES;
        for (int cycle = 0; cycle < cycles; cycle++) {
            loaders.add(loadAndUnload(jar));
        }
        List<String> problems = new ArrayList<>();
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        left.stream().filter(Thread::isAlive).map(Thread::getName).distinct().sorted().limit(3).forEach(name ->
                problems.add("thread \"" + name + "\" goes on after the pack is unloaded → a pack starts no threads"));
        left.clear();
        long alive = surviving(loaders);
        if (alive > 0) {
            problems.add(alive + " of " + cycles + " class loaders survive unloading → something outside the pack keeps"
                    + " an object of it: a thread, a ThreadLocal, a static field of the platform's");
        }
        return problems;
    }

    private static WeakReference<ClassLoader> loadAndUnload(Path jar) throws PackInvalid {
        try (OnePack one = new OnePack(jar)) {
            RegionPack pack = one.pack();
            for (FormulaInput input : GoldenRunner.inputs(pack, one.jar().files())) {
                pack.formula(input.formulaId()).evaluate(input);
            }
            return new WeakReference<>(one.loader());
        }
    }

    private static long surviving(List<WeakReference<ClassLoader>> loaders) {
        long alive = loaders.size();
        for (int i = 0; i < COLLECTIONS && alive > 0; i++) {
            System.gc();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return alive;
    }
}
