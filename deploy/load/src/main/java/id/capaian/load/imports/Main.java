package id.capaian.load.imports;

import id.capaian.load.AdminSession;
import id.capaian.load.Cpu;
import id.capaian.load.Generator;
import id.capaian.load.Http;
import id.capaian.load.LoadSystem;
import id.capaian.load.Machine;
import id.capaian.load.Median;
import id.capaian.load.Nation;
import id.capaian.load.Person;
import id.capaian.load.Program;
import id.capaian.local.LocalException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code deploy/load/measure imports [--people N] [--rounds N]}. Exit 0 when it was measured, whatever came out; 1 when
 * it could not be.
 */
public final class Main {

    private static final int PORT = 33_100;
    private static final int CLIENTS = 4;
    private static final int STAFF = 10;
    private static final int TENANTS = 2;
    private static final int WARM_UP = 8;
    private static final int PATIENCE_MILLIS = 600_000;
    private static final double MOST = 3;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final int people;
    private final int rounds;
    private int handed;

    private Main(int people, int rounds) {
        this.people = people;
        this.rounds = rounds;
    }

    /** Runs it; arguments as the README says. */
    public static void main(String[] arguments) {
        Program.run(() -> of(arguments).measure());
    }

    private static Main of(String[] arguments) {
        int people = 10_000;
        int rounds = 5;
        for (int i = 0; i < arguments.length; i += 2) {
            int number = number(arguments, i);
            switch (arguments[i]) {
                case "--people" -> people = number;
                case "--rounds" -> rounds = number;
                default -> throw new LocalException("measure imports takes --people N and --rounds N, not "
                        + arguments[i]);
            }
        }
        return new Main(people, rounds);
    }

    private static int number(String[] arguments, int at) {
        if (at + 1 == arguments.length || !arguments[at + 1].matches("[1-9][0-9]{0,5}")) {
            throw new LocalException(arguments[at] + " takes a number from 1 to 999999, if it is an option at all");
        }
        return Integer.parseInt(arguments[at + 1]);
    }

    private void measure() throws Exception {
        LoadSystem system = new LoadSystem(PORT, CLIENTS);
        Program.closeAtEnd(system);
        Program.say("Making two tenants, and one for the floor");
        new Generator(system.database(), Nation.of(TENANTS + 1, STAFF), "[]").make();
        List<AdminSession> admins = new ArrayList<>();
        for (int tenant = 1; tenant <= TENANTS; tenant++) {
            admins.add(new AdminSession(system, new Person(tenant, 0)));
        }
        Program.say("Starting the server");
        system.startServer();
        FileFloor floor = new FileFloor(system, TENANTS + 1);
        List<String> lines = new ArrayList<>();
        for (boolean workbook : new boolean[] {false, true}) {
            Program.say("Importing " + (workbook ? "workbooks" : "text files"));
            lines.add(line(system, admins, floor, workbook));
        }
        Program.say("Result of measure imports");
        System.out.println(Machine.describe());
        System.out.println();
        System.out.println("| import of people | rows | CPU of server and PostgreSQL, ms | reading and COPY, ms"
                + " | ratio | target | met |\n|---|---|---|---|---|---|---|");
        lines.forEach(System.out::println);
    }

    /** Medians; the first rounds are not counted. The tenants take turns, everybody is new each time. */
    private String line(LoadSystem system, List<AdminSession> admins, FileFloor floor, boolean workbook)
            throws IOException, SQLException {
        Http node = new Http(system.serverUrl(), PATIENCE_MILLIS);
        List<Double> imports = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            List<List<String>> rows = PeopleFile.rows(handed, people);
            handed += people;
            byte[] file = workbook ? PeopleFile.xlsx(rows) : PeopleFile.csv(rows);
            double cost = imported(system, admins.get(round % TENANTS), node, file, workbook ? XLSX : "text/csv");
            double floored = workbook ? floor.xlsx(file) : floor.csv(file);
            if (round >= WARM_UP) {
                imports.add(cost);
                least.add(floored);
            }
        }
        double cost = Median.of(imports);
        double floored = Median.of(least);
        return String.format(Locale.ROOT, "| %s | %d | %.0f | %.0f | %.2f | %.0f | %s |", workbook ? "XLSX" : "CSV",
                people, cost, floored, cost / floored, MOST, cost / floored <= MOST ? "yes" : "NO");
    }

    private static double imported(LoadSystem system, AdminSession admin, Http node, byte[] file, String type)
            throws IOException {
        Cpu before = system.cpu();
        admin.send(node, "POST", "/imports/people", type, file).ok("the import");
        Cpu used = system.cpu().since(before);
        return used.server() + used.postgres();
    }
}
