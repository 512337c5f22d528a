package id.capaian.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a Payara Micro with the server in it is started.
 *
 * @param state the state folder: records, logs, the folder Payara runs in
 * @param name short name of the instance, unique in the state folder
 * @param payara the program, {@code payara-micro.jar}
 * @param driver the PostgreSQL driver's jar
 * @param war the server
 * @param port HTTP port on the loopback address
 * @param secrets folder with one file for each secret configuration key, and nothing the server may not know
 * @param properties the other configuration keys of the server
 * @param pools how many and how big the connection pools are
 * @param jvm arguments for Java
 */
public record PayaraOptions(Path state, String name, Path payara, Path driver, Path war, int port, Path secrets,
        Map<String, String> properties, PoolSizes pools, List<String> jvm) {

    /** For a server somebody works with. */
    public static final List<String> JVM = jvm("768m");

    /** Starts in a third of the CPU time, at the price of slower answers: for tests. */
    public static final List<String> QUICK_JVM = List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /**
     * For a server somebody works with. The collector is named, since Java takes the serial one on a small machine, which
     * lets everybody wait for as long as it collects the whole heap: ADR 014.
     *
     * @param heap the most it may take, as in {@code 768m}
     */
    static List<String> jvm(String heap) {
        return List.of("-Xmx" + heap, "-XX:+UseG1GC");
    }

    /** Keeps its own copies. */
    public PayaraOptions {
        properties = Map.copyOf(properties);
        jvm = List.copyOf(jvm);
    }

    /** The same with one more configuration key. */
    public PayaraOptions with(String key, String value) {
        Map<String, String> all = new TreeMap<>(properties);
        all.put(key, value);
        return new PayaraOptions(state, name, payara, driver, war, port, secrets, all, pools, jvm);
    }

    /** The same with other arguments for Java. */
    public PayaraOptions withJvm(List<String> arguments) {
        return new PayaraOptions(state, name, payara, driver, war, port, secrets, properties, pools, arguments);
    }

    /** A second node of the same server. */
    public PayaraOptions asNode(String node, int nodePort) {
        return new PayaraOptions(state, node, payara, driver, war, nodePort, secrets, properties, pools, jvm)
                .with("capaian.node.id", node);
    }
}
