package id.capaian.admin;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything {@code tenant apply} makes, line by line and without the tenant's own name, so that two can be compared. */
final class TenantPicture {

    /** {@code $} is the schema. */
    private static final List<String> CATALOGUE = List.of("""
            select concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                             a.attidentity::text, pg_get_expr(d.adbin, d.adrelid))
              from pg_class c join pg_attribute a on a.attrelid = c.oid
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where c.relnamespace = '$'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0""", """
            select concat_ws(' ', 'constraint', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid))
              from pg_constraint where connamespace = '$'::regnamespace""", """
            select 'index ' || indexdef from pg_indexes where schemaname = '$'""", """
            select 'trigger ' || pg_get_triggerdef(t.oid) || t.tgenabled::text from pg_trigger t
              join pg_class c on c.oid = t.tgrelid
             where c.relnamespace = '$'::regnamespace and not t.tgisinternal""", """
            select 'function ' || pg_get_functiondef(oid) from pg_proc where pronamespace = '$'::regnamespace""", """
            select concat_ws(' ', 'right', c.relname, a.grantee::regrole, a.privilege_type, a.is_grantable)
              from pg_class c cross join aclexplode(c.relacl) a where c.relnamespace = '$'::regnamespace""", """
            select concat_ws(' ', 'right on the schema', a.grantee::regrole, a.privilege_type)
              from pg_namespace n cross join aclexplode(n.nspacl) a where n.nspname = '$'""", """
            select concat_ws(' ', 'default right', d.defaclobjtype::text, a.grantee::regrole, a.privilege_type)
              from pg_default_acl d cross join aclexplode(d.defaclacl) a
             where d.defaclnamespace = '$'::regnamespace""", """
            select concat_ws(' ', 'membership', roleid::regrole, member::regrole, inherit_option, set_option)
              from pg_auth_members where '$'::regrole in (roleid, member)""");

    /** {@code $} is the schema, {@code %} the code. */
    private static final List<String> ROWS = List.of("""
            select concat_ws(' ', 'migration', installed_rank, version, description, type, script, checksum,
                             installed_by, success) from $.flyway_schema_history""", """
            select concat_ws(' ', 'period', code, name, kind, starts_on, ends_on, status, version)
              from $.assessment_period""", """
            select concat_ws(' ', 'setting', name, value, valid_from, version) from $.setting""", """
            select concat_ws(' ', 'role', g.role, g.granted_by, g.valid_from, a.subject is not null)
              from $.role_grant g left join $.account a on a.subject = g.subject""", """
            select 'accounts ' || count(*) from $.account""", """
            select concat_ws(' ', 'audit', actor, table_name, operation, count(*)) from $.audit_entry
             group by actor, table_name, operation""", """
            select concat_ws(' ', 'registry', name, government_code, province_code, time_zone, locale, settings,
                             desired_state, observed_state, schema_version, organization_id is not null)
              from registry.tenant where code = '%'""", """
            select concat_ws(' ', 'offer', pack_id, version_from, version_below)
              from registry.pack_offer where tenant = '%'""");

    private TenantPicture() {
    }

    static List<String> of(TwoTenants two, KeycloakDouble keycloak, String code) throws SQLException {
        List<String> lines = new ArrayList<>();
        String schema = "t_" + code;
        for (String sql : CATALOGUE) {
            lines.addAll(two.ask(sql.replace("$", schema)));
        }
        for (String sql : ROWS) {
            lines.addAll(two.ask(sql.replace("$", schema).replace("%", code)));
        }
        keycloak.organizations.values().stream().filter(node -> code.equals(node.get("alias").asText()))
                .forEach(node -> lines.add("organization " + node.get("name") + node.get("enabled")));
        keycloak.users.values().stream().filter(node -> node.get("username").asText().equals("admin." + code))
                .forEach(node -> lines.add("user " + node.get("username") + node.get("enabled")));
        keycloak.members.stream().filter(member -> member.startsWith(code + " "))
                .forEach(member -> lines.add("member " + member));
        return lines.stream().map(line -> line.replace(schema, "t_x").replaceAll("\\b" + code + "\\b", "x")).sorted()
                .toList();
    }
}
