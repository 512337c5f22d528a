package id.capaian.local;

import java.util.concurrent.TimeUnit;

/** What {@link ChildProcessTest} starts: waits, or fails at once when told to. */
final class ShortProgram {

    private ShortProgram() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0) {
            System.out.println("ERROR " + arguments[0]);
            System.exit(3);
        }
        TimeUnit.MINUTES.sleep(2);
    }
}
