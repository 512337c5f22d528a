package id.capaian.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.SplittableRandom;

/** TCP ports on the loopback address. */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private Ports() {
    }

    /** True when nobody listens there. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port nobody listens on now; somebody else may take it before you do. */
    public static int anyFree() {
        return free(1).get(0);
    }

    /** So many different ports nobody listens on now, none of which the system gives to outgoing connections. */
    public static List<Integer> free(int count) {
        return new SplittableRandom().ints(FIRST, LAST).distinct().filter(Ports::isFree).limit(count).boxed().toList();
    }

    /** @throws LocalException when the port is taken, saying what wanted it and how to choose another */
    static void requireFree(int port, String what, String setting) {
        if (!isFree(port)) {
            throw new LocalException("Port " + port + ", wanted by " + what + ", is taken by another program: stop that"
                    + " program, or choose another port with " + setting + ".");
        }
    }
}
