package id.capaian.load;

import java.util.List;
import java.util.Locale;

/**
 * What a kind of request costs beside its floor.
 *
 * @param what       kind of request
 * @param where      tenants it was spread over
 * @param requests   how many were counted
 * @param cpu        what they cost, all together
 * @param times      how long they took, by percentiles, the client beside the server
 * @param floor      milliseconds PostgreSQL needs for the statements of one, sent by pgbench
 * @param beside     the same as often as the server was asked, over all connections in turn, beside a server that is
 *                   busy with requests without a database
 * @param statements statements of one request between begin and commit
 */
record Measured(String what, String where, int requests, Cpu cpu, String times, double floor, double beside, int statements) {

    /** Most that PostgreSQL's part may cost, as a multiple of the floor. */
    private static final double POSTGRES = 1.1;

    /** Two lines of the table: all of it, and PostgreSQL's part. */
    List<Row> rows(String part, double together) {
        double server = (double) cpu.server() / requests;
        double postgres = (double) cpu.postgres() / requests;
        return List.of(
                Row.atMost(part, what + ", " + where + ": server and PostgreSQL / floor", together, "x floor",
                        (server + postgres) / floor, String.format(Locale.ROOT,
                                "server %.3f ms, PostgreSQL %.3f ms, floor %.3f ms, %d statements, %d requests, %s",
                                server, postgres, floor, statements, requests, times)),
                Row.atMost(part, what + ", " + where + ": PostgreSQL / floor", POSTGRES, "x floor", postgres / floor,
                        String.format(Locale.ROOT, "%.2f of the floor in turns beside a busy server, %.3f ms",
                                postgres / beside, beside)));
    }
}
