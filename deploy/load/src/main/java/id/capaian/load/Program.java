package id.capaian.load;

import id.capaian.local.LocalException;
import java.io.IOException;

/** What the measuring programs share: how they speak, end, and clear away what they started. */
public final class Program {

    private Program() {
    }

    /** All that a program does. */
    @FunctionalInterface
    public interface Measurement {
        /** Measures and prints; what it throws is told, and the program fails. */
        void run() throws Exception;
    }

    /** Runs it and ends the program, whose threads of its own would otherwise keep it alive. */
    public static void run(Measurement measurement) {
        try {
            measurement.run();
            System.exit(0);
        } catch (LocalException e) {
            System.err.println("capaian: " + e.getMessage());
        } catch (Exception | Error e) {
            // An error too must end the program: threads that stay would hide it.
            e.printStackTrace();
        }
        System.exit(1);
    }

    /** Tells what is being done. */
    public static void say(String what) {
        System.out.println("==> " + what);
    }

    /** Has everything that was started stopped and deleted when the program ends, however it ends. */
    public static void closeAtEnd(LoadSystem system) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(system), "stop"));
    }

    private static void close(LoadSystem system) {
        try {
            system.close();
        } catch (IOException e) {
            System.err.println("capaian: not everything could be cleared away: " + e.getMessage());
        }
    }
}
