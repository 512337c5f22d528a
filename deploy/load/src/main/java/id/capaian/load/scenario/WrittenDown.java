package id.capaian.load.scenario;

import id.capaian.load.Person;
import id.capaian.load.scenario.Writes.Attempt;
import id.capaian.local.EmbeddedPostgres;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the database has of progress entries, past the server: versions, audit rows and keys. */
final class WrittenDown {

    private final EmbeddedPostgres database;
    private final Map<Integer, List<UUID>> entries;
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Map<Integer, Long> lastAudited = new HashMap<>();

    /**
     * As it is now.
     *
     * @param each how many entries each of the people has
     */
    WrittenDown(EmbeddedPostgres database, List<Person> people, int each) throws SQLException {
        this.database = database;
        this.entries = people.stream().collect(Collectors.groupingBy(Person::tenant, TreeMap::new,
                Collectors.flatMapping(person -> IntStream.range(0, each).mapToObj(person::entry),
                        Collectors.toList())));
        try (Connection connection = connect()) {
            for (int tenant : entries.keySet()) {
                versions.putAll(versionsNow(connection, tenant));
                lastAudited.put(tenant, lastAudited(connection, tenant));
            }
        }
    }

    /** Versions of all entries as they were at first. */
    Map<UUID, Long> versions() {
        return versions;
    }

    /**
     * What came of writes.
     *
     * @param acknowledged how many, repeated ones included
     * @param lost         acknowledged, but version, audit row or key is missing; or refused with its key again
     * @param twice        versions or audit rows too many
     */
    record Verdict(long acknowledged, long lost, long twice) {

        Verdict and(Verdict other) {
            return new Verdict(acknowledged + other.acknowledged, lost + other.lost, twice + other.twice);
        }
    }

    Verdict compare(List<Attempt> acknowledged) throws SQLException {
        Map<Integer, List<Attempt>> byTenant = acknowledged.stream()
                .collect(Collectors.groupingBy(attempt -> attempt.person().tenant()));
        Verdict verdict = new Verdict(0, 0, 0);
        try (Connection connection = connect()) {
            for (int tenant : entries.keySet()) {
                verdict = verdict.and(compare(connection, tenant, byTenant.getOrDefault(tenant, List.of())));
            }
        }
        return verdict;
    }

    private Verdict compare(Connection connection, int tenant, List<Attempt> attempts) throws SQLException {
        Map<UUID, Long> risen = new HashMap<>();
        versionsNow(connection, tenant).forEach((entry, now) -> risen.put(entry, now - versions.get(entry)));
        return judge(attempts.stream().map(Attempt::entry).toList(), risen, audited(connection, tenant),
                keys(connection, tenant, attempts));
    }

    /**
     * Compares what was acknowledged with what there is.
     *
     * @param acknowledged the entry of each write
     * @param risen        by how much the version of each entry of the tenant rose
     * @param audited      how often each was audited; entries without a row are left out
     * @param keys         how many of the writes' keys are kept
     */
    static Verdict judge(List<UUID> acknowledged, Map<UUID, Long> risen, Map<UUID, Long> audited, long keys) {
        Map<UUID, Long> expected = acknowledged.stream()
                .collect(Collectors.groupingBy(entry -> entry, Collectors.counting()));
        long lost = Math.max(0, acknowledged.size() - keys);
        long twice = 0;
        for (UUID entry : risen.keySet()) {
            long wanted = expected.getOrDefault(entry, 0L);
            long told = audited.getOrDefault(entry, 0L);
            lost += Math.max(0, wanted - Math.min(risen.get(entry), told));
            twice += Math.max(0, Math.max(risen.get(entry), told) - wanted);
        }
        return new Verdict(acknowledged.size(), lost, twice);
    }

    private Connection connect() throws SQLException {
        return database.connect("postgres", "capaian");
    }

    private Map<UUID, Long> versionsNow(Connection connection, int tenant) throws SQLException {
        return counts(connection, "select progress_entry_id, version from " + schema(tenant)
                + "progress_entry where progress_entry_id = any (?)", "uuid", entries.get(tenant).toArray());
    }

    private Map<UUID, Long> audited(Connection connection, int tenant) throws SQLException {
        return counts(connection, "select cast(row_after ->> 'progress_entry_id' as uuid), count(*) from "
                + schema(tenant) + "audit_entry where audit_entry_id > all (?) and table_name = 'progress_entry'"
                + " and operation = 'UPDATE' group by 1", "bigint", lastAudited.get(tenant));
    }

    private static Map<UUID, Long> counts(Connection connection, String sql, String type, Object... values)
            throws SQLException {
        Map<UUID, Long> counts = new HashMap<>();
        Array array = connection.createArrayOf(type, values);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, array);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    private static long lastAudited(Connection connection, int tenant) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(max(audit_entry_id), 0) from " + schema(tenant) + "audit_entry");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long keys(Connection connection, int tenant, List<Attempt> attempts) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from " + schema(tenant)
                + "idempotency_key where status = 200 and idempotency_key = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", attempts.stream().map(Attempt::key).toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String schema(int tenant) {
        return "t_" + Person.code(tenant) + ".";
    }
}
