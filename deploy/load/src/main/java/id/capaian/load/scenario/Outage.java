package id.capaian.load.scenario;

import id.capaian.load.House;
import id.capaian.load.LoadSystem;
import id.capaian.load.Part;
import id.capaian.load.Person;
import id.capaian.load.Program;
import id.capaian.load.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL falls silent, then hardly gets to work, then a table is locked, each for a while of an ordinary hour:
 * everybody is told soon, and all is well as soon as the trouble is over.
 */
final class Outage implements Part {

    private static final long SEED = 20_261_130;
    private static final double PER_SECOND = 40;
    private static final double MOST_SECONDS = 3;
    private static final double MILLIS = 1_000;
    private static final int SECONDS = 20;
    /** A connection that was thrown away is made anew, and learns its statements again. */
    private static final int HEALING_SECONDS = 10;
    private static final int LOCKED_TENANTS = 20;
    private static final long STOPPED_MILLIS = 950;
    private static final long WORKING_MILLIS = 50;

    @Override
    public String name() {
        return "outage";
    }

    /** What is the matter with the database, until the thread that does it is interrupted. */
    @FunctionalInterface
    private interface Trouble {
        void last() throws Exception;
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        People people = People.of(house.nation(), house.nation().all());
        Requests requests = new Requests(house);
        requests.prepare(people.all());
        Writes writes = Writes.of(house, requests, people.all(), SEED);
        Mix mix = requests.ordinary(people, writes);
        List<Row> rows = new ArrayList<>();
        try (OpenLoop loop = new OpenLoop(house.system().serverUrl())) {
            Program.say("Getting warm");
            loop.run(Pace.of(house).warmUp(PER_SECOND), mix, SEED - 1);
            Stopped stopped = new Stopped(house.system().database().pid());
            rows.addAll(during("PostgreSQL silent", stopped::last, house, loop, mix));
            rows.addAll(during("PostgreSQL at work for a twentieth of the time", stopped::lastBarely, house, loop, mix));
            List<Integer> locked = house.nation().mixed().stream().limit(LOCKED_TENANTS).toList();
            rows.addAll(during(locked.size() + " tenants' tables of plans locked", () -> lock(house.system(), locked),
                    house, loop, mix));
            long repeated = writes.repeat();
            rows.add(Figures.writes(name(), writes.verdict(), repeated));
        }
        return rows;
    }

    private List<Row> during(String what, Trouble trouble, House house, OpenLoop loop, Mix mix) throws Exception {
        Program.say(what);
        Pace pace = Pace.of(house);
        Stretch with = pace.stretch(PER_SECOND, SECONDS);
        Stretch healing = pace.stretch(PER_SECOND, HEALING_SECONDS);
        Stretch after = pace.stretch(PER_SECOND, SECONDS);
        ExecutorService beside = Executors.newSingleThreadExecutor();
        Future<Void> lasting = beside.submit(() -> {
            trouble.last();
            return null;
        });
        try {
            loop.run(List.of(with), mix, SEED);
        } finally {
            beside.shutdownNow();
            // One that could not be brought about is not to look harmless.
            lasting.get();
        }
        loop.run(List.of(healing), mix, SEED + 1);
        loop.run(List.of(after), mix, SEED + 2);
        String length = what + " for " + with.seconds() + " s";
        return List.of(
                Row.atMost(name(), "longest until somebody is answered or told, " + length, MOST_SECONDS, "s",
                        with.tally().longestMillis() / MILLIS, with.tally().counts() + "; right ones "
                                + with.tally().percentiles()),
                Figures.noneWrong(name(), "wrong answers meanwhile and in " + healing.seconds() + " s after it",
                        with.tally().and(healing.tally())),
                Figures.allRight(name(), "requests turned away or wrong from then on", after.tally()));
    }

    private static void lock(LoadSystem system, List<Integer> tenants) throws SQLException {
        try (Connection connection = system.database().connect("postgres", "capaian");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int tenant : tenants) {
                statement.execute("lock table t_" + Person.code(tenant) + ".skp in access exclusive mode");
            }
            awaitEnd();
            connection.rollback();
        }
    }

    private static void awaitEnd() {
        try {
            TimeUnit.HOURS.sleep(1);
        } catch (InterruptedException over) {
            // The while is over, and so is the trouble.
            Thread.currentThread().interrupt();
        }
    }

    /** All of PostgreSQL's processes, stopped by a signal: connections stay, and nothing comes over them. */
    private record Stopped(long pid) {

        void last() throws Exception {
            signal("STOP");
            try {
                awaitEnd();
            } finally {
                signal("CONT");
            }
        }

        void lastBarely() throws Exception {
            try {
                while (true) {
                    signal("STOP");
                    TimeUnit.MILLISECONDS.sleep(STOPPED_MILLIS);
                    signal("CONT");
                    TimeUnit.MILLISECONDS.sleep(WORKING_MILLIS);
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } finally {
                signal("CONT");
            }
        }

        /** The first process first when it is to stop, so that it makes no others meanwhile. */
        private void signal(String name) throws Exception {
            ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
            List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(pid)));
            first.children().forEach(child -> command.add(Long.toString(child.pid())));
            boolean interrupted = Thread.interrupted();
            try {
                // One that has ended meanwhile makes kill fail for it alone.
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start().waitFor();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
