package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address. */
public final class Ports {

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
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws LocalException when the port is taken, saying what wanted it and how to choose another */
    static void requireFree(int port, String what, String setting) {
        if (!isFree(port)) {
            throw new LocalException("Port " + port + ", wanted by " + what + ", is taken by another program: stop that"
                    + " program, or choose another port with " + setting + ".");
        }
    }
}
