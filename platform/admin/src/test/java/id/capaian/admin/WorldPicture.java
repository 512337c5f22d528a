package id.capaian.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything outside the history of orders that a tenant could leave behind: catalogue, rows of the shared schemas, realm
 * and file store.
 */
final class WorldPicture {

    private static final List<String> CATALOGUE = List.of("""
            select concat_ws(' ', 'schema', nspname, nspowner::regrole, nspacl::text) from pg_namespace
             where nspname !~ '^pg_(toast|temp)'""", """
            select concat_ws(' ', 'role', rolname, rolcanlogin, rolinherit, rolsuper, rolcreaterole) from pg_roles""", """
            select concat_ws(' ', 'member', roleid::regrole, member::regrole, grantor::regrole, admin_option,
                             inherit_option, set_option) from pg_auth_members""", """
            select concat_ws(' ', 'relation', n.nspname, c.relname, c.relkind::text, c.relacl::text)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^pg_'""", """
            select concat_ws(' ', 'function', n.nspname, p.proname, p.proacl::text)
              from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname !~ '^pg_'""", """
            select concat_ws(' ', 'default', defaclrole::regrole, defaclnamespace, defaclobjtype::text, defaclacl::text)
              from pg_default_acl""");

    private WorldPicture() {
    }

    static List<String> of(TwoTenants two, KeycloakDouble keycloak, Path store) throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        for (String sql : CATALOGUE) {
            lines.addAll(two.ask(sql));
        }
        for (String table : two.ask("select n.nspname || '.' || c.relname from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('registry', 'national')"
                + " and c.relkind = 'r' and c.relname not like 'tenant_order%'")) {
            two.ask("select x::text from " + table + " x").forEach(row -> lines.add(table + " " + row));
        }
        keycloak.organizations.values().forEach(node -> lines.add("organization " + node));
        keycloak.users.values().forEach(node -> lines.add("user " + node));
        keycloak.members.forEach(member -> lines.add("member of organization " + member));
        if (Files.exists(store)) {
            try (Stream<Path> all = Files.walk(store)) {
                all.forEach(path -> lines.add("file " + store.relativize(path)));
            }
        }
        return lines.stream().sorted().toList();
    }
}
