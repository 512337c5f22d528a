package id.capaian.load.scenario;

import id.capaian.load.Cpu;
import id.capaian.load.House;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What some work took of the machine, for telling. */
final class Used {

    private Used() {
    }

    /** Something to look at. */
    interface Work {
        void run() throws Exception;
    }

    /** "60 of 16.7 ms each; processors: server 0.93, PostgreSQL 0.46, client 0.26": the server's collections first. */
    static String by(House house, Work work) throws Exception {
        Pauses pauses = Pauses.of(house.system().serverPid());
        Cpu cpu = house.system().cpu();
        long client = client();
        long begin = System.nanoTime();
        work.run();
        double millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        cpu = house.system().cpu().since(cpu);
        return Pauses.of(house.system().serverPid()).since(pauses).text()
                + String.format(Locale.ROOT, "; processors: server %.2f, PostgreSQL %.2f, client %.2f",
                        cpu.server() / millis, cpu.postgres() / millis, (client() - client) / millis);
    }

    /** CPU this program itself has used, in milliseconds. */
    static long client() {
        return Cpu.of(ProcessHandle.current().pid());
    }
}
