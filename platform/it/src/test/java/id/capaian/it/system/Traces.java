package id.capaian.it.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a government leaves traces: catalogue and registry of the database, realm, file store. What operators ordered
 * is history and no trace.
 */
public final class Traces {

    private static final List<String> QUERIES = List.of(
            "select 'schema ' || nspname from pg_namespace where nspname !~ '^pg_(toast_)?temp'",
            "select 'role ' || rolname from pg_roles",
            "select 'member ' || roleid::regrole || ' of ' || member::regrole from pg_auth_members",
            "select 'table ' || relnamespace::regnamespace || '.' || relname || ' ' || coalesce(relacl::text, '')"
                    + " from pg_class where relkind in ('r', 'p', 'v', 'S', 'i')"
                    + " and relnamespace::regnamespace::text !~ '^pg_'",
            "select 'tenant ' || code || ' ' || observed_state from registry.tenant",
            "select 'offer ' || tenant || ' ' || pack_id from registry.pack_offer",
            "select 'request ' || tenant || ' ' || employee_id from registry.account_request",
            "select 'news ' || tenant || ' ' || subject from registry.outbox",
            "select 'figure ' || count(*) from national.summary");

    private Traces() {
    }

    /** All there are at this moment, sorted. */
    public static List<String> in(RunningSystem system) throws IOException, InterruptedException, SQLException {
        List<String> traces = new ArrayList<>();
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                Statement statement = connection.createStatement()) {
            for (String query : QUERIES) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        traces.add(rows.getString(1));
                    }
                }
            }
        }
        KeycloakAccess keycloak = new KeycloakAccess(system);
        for (String kind : List.of("users", "organizations")) {
            keycloak.ids(kind).forEach(id -> traces.add(kind + " " + id));
        }
        Path files = system.state().resolve("files");
        try (Stream<Path> all = Files.walk(files)) {
            all.forEach(file -> traces.add("file " + files.relativize(file)));
        }
        return traces.stream().sorted().toList();
    }
}
