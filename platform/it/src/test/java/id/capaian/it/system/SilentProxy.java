package id.capaian.it.system;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A line to PostgreSQL that can be slow, or fall silent: then it accepts, closes nothing, and hands nothing on. */
final class SilentProxy implements Closeable {

    private static final int BUFFER = 8192;
    private static final long LOOKING_MILLIS = 20;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile boolean silent;
    private volatile long lateMillis;

    SilentProxy(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void fallSilent() {
        silent = true;
    }

    /** Hands on so much later, there and back; 0 for at once. */
    void hesitate(Duration late) {
        lateMillis = late.toMillis();
    }

    /** Hands on again; what was on its way in the silence is lost with its connections. */
    void speak() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
        silent = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        speak();
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                threads.execute(() -> pump(client, server));
                threads.execute(() -> pump(server, client));
            } catch (IOException e) {
                // The door was closed, or PostgreSQL is away: the client finds out by itself.
                continue;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitSpeech();
                TimeUnit.MILLISECONDS.sleep(lateMillis);
                out.write(buffer, 0, read);
                out.flush();
            }
            awaitSpeech();
        } catch (IOException e) {
            // One side is gone; both are closed now.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitSpeech() throws InterruptedException {
        while (silent) {
            TimeUnit.MILLISECONDS.sleep(LOOKING_MILLIS);
        }
    }
}
