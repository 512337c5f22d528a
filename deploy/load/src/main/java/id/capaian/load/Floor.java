package id.capaian.load;

import id.capaian.load.FloorScript.Script;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The CPU PostgreSQL needs for the statements of a request when nothing but pgbench sends them: over the same tenants,
 * on as many connections, each of which meets the tenants that keep to one of the server's. A few connections at once,
 * each without a pause, is the least there can be; as many requests a second as the server had, over all connections in
 * turn, is what the server asks for.
 */
final class Floor {

    /** The entry whose progress the captured request saves. */
    static final int ENTRY = 0;

    private final LoadSystem system;
    private final Map<Integer, UUID> periods;
    private final int clients;
    private final int firstPerson;
    private final int settle;
    private final Pgbench pgbench;

    /**
     * Of one nation.
     *
     * @param clients     connections under way at once
     * @param firstPerson number of the first person connections act for, in each tenant; below are the server's callers
     * @param settle      transactions before those counted
     */
    Floor(House house, int clients, int firstPerson, int settle) {
        this.system = house.system();
        this.periods = house.periods();
        this.clients = clients;
        this.firstPerson = firstPerson;
        this.settle = settle;
        this.pgbench = new Pgbench(system.database(), system.state().resolve("pgbench"));
    }

    /** Transactions without a pause, a few connections at once. */
    static final double NO_PAUSE = 0;

    /**
     * Measures.
     *
     * @param count     transactions
     * @param perSecond over all connections, or {@link #NO_PAUSE}
     * @return milliseconds of PostgreSQL's CPU for one of them; what connecting, planning and getting warm costs is
     *     measured by a first run and taken off
     */
    double millisEach(FloorScript script, List<Integer> tenants, int count, boolean writes, double perSecond)
            throws IOException, InterruptedException, SQLException {
        long warmUp = run(script, tenants, settle, writes, perSecond);
        double counted = run(script, tenants, settle + count, writes, perSecond) - warmUp;
        if (counted <= 0) {
            throw new IllegalStateException("the machine is too busy to measure a floor");
        }
        return counted / count;
    }

    private long run(FloorScript script, List<Integer> tenants, int count, boolean writes, double perSecond)
            throws IOException, InterruptedException, SQLException {
        List<Pgbench.Connection> connections = new ArrayList<>();
        int transactions = 0;
        for (List<Integer> its : system.byConnection(tenants)) {
            int share = Math.max(1, (int) ((long) count * its.size() / tenants.size()));
            connections.add(new Pgbench.Connection(scripts(script, its, connections.size()), share,
                    perSecond * its.size() / tenants.size()));
            transactions += share;
        }
        long saved = writes ? versions(tenants) : 0;
        Cpu before = system.cpu();
        pgbench.run(connections, perSecond == NO_PAUSE ? clients : connections.size());
        long millis = system.cpu().since(before).postgres();
        if (writes && versions(tenants) - saved != transactions) {
            throw new IllegalStateException("the floor did not save what it was to save: "
                    + (versions(tenants) - saved) + " of " + transactions);
        }
        return millis;
    }

    /** Each connection acts for other people than any other one, and than the clients of the server do. */
    private List<Script> scripts(FloorScript script, List<Integer> tenants, int connection) throws SQLException {
        List<Script> scripts = new ArrayList<>();
        for (int tenant : tenants) {
            Person person = new Person(tenant, firstPerson + connection);
            scripts.add(script.forPerson(person, periods.get(tenant), version(person)));
        }
        return scripts;
    }

    private long version(Person person) throws SQLException {
        return number("select version from t_" + person.code() + ".progress_entry where progress_entry_id = '"
                + person.entry(ENTRY) + "'");
    }

    private long versions(List<Integer> tenants) throws SQLException {
        long sum = 0;
        for (int tenant : tenants) {
            sum += number("select sum(version) from t_" + Person.code(tenant) + ".progress_entry");
        }
        return sum;
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = system.database().connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
