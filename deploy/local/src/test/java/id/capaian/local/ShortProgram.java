package id.capaian.local;

import java.util.concurrent.TimeUnit;

/** What {@link ChildProcessTest} starts: waits, says something first, or fails at once. */
final class ShortProgram {

    private ShortProgram() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 1) {
            System.out.println("ERROR " + arguments[0]);
            System.exit(3);
        }
        if (arguments.length == 2) {
            System.out.println(arguments[1]);
        }
        TimeUnit.MINUTES.sleep(2);
    }
}
