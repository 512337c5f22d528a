package id.capaian.admin.doctor;

import id.capaian.admin.database.Catalogue;
import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL's catalogue says about rights: finds also what no trial happens to touch. */
final class CatalogueSql {

    private static final String STRANGERS_IN_SCHEMA = "with relation as materialized " + Catalogue.RELATIONS + """
            , home as (select oid, nspname, nspacl from pg_catalog.pg_namespace where nspname = ?),
            granted as (
                select 'schema' as kind, home.nspname as name, (pg_catalog.aclexplode(home.nspacl)).* from home
                union all
                select 'table', c.relname, (pg_catalog.aclexplode(c.relacl)).* from relation c
                union all
                select 'column', c.relname || '.' || a.attname, (pg_catalog.aclexplode(a.attacl)).*
                  from relation c join pg_catalog.pg_attribute a on a.attrelid = c.oid
                union all
                select 'function', p.proname, (pg_catalog.aclexplode(
                           coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)))).*
                  from pg_catalog.pg_proc p join home on p.pronamespace = home.oid
            )
            select distinct coalesce(r.rolname, 'PUBLIC') || ' has ' || pg_catalog.lower(g.privilege_type) || ' on '
                   || g.kind || ' ' || g.name || ' of ' || home.nspname
              from granted g cross join home left join pg_catalog.pg_roles r on r.oid = g.grantee
             where coalesce(r.rolname, 'PUBLIC') not in ('p_owner', home.nspname)
             order by 1""";

    private static final String OPEN_TO_IT = """
            select r.rolname || ' may enter ' || n.nspname
              from registry.tenant t join pg_catalog.pg_namespace n on n.nspname = 't_' || t.code
              join pg_catalog.pg_roles r on r.rolname = ?
             where n.nspname <> r.rolname and pg_catalog.has_schema_privilege(r.oid, n.oid, 'usage, create')
             order by 1""";

    private static final String MEMBERS = """
            select m.rolname || ' is a member of ' || r.rolname || ' in a way it should not be'
              from pg_catalog.pg_auth_members a
              join pg_catalog.pg_roles r on r.oid = a.roleid
              join pg_catalog.pg_roles m on m.oid = a.member
             where r.rolname = ?
               and not (m.rolname = 'p_app' and not a.inherit_option and not a.admin_option)
               and not (m.rolname = 'p_owner' and not a.inherit_option and not a.set_option)""";

    private static final String MEMBERSHIPS = """
            select m.rolname || ' is a member of ' || r.rolname
              from pg_catalog.pg_auth_members a
              join pg_catalog.pg_roles r on r.oid = a.roleid
              join pg_catalog.pg_roles m on m.oid = a.member
             where m.rolname = ? and r.rolname <> 'tenant_member'""";

    private static final String POWERS = """
            select rolname || ' can log in or has powers over the whole server' from pg_catalog.pg_roles
             where rolname = ? and (rolcanlogin or rolsuper or rolcreaterole or rolbypassrls)""";

    private static final String PUBLIC_FUNCTIONS = """
            select 'PUBLIC may execute ' || p.oid::regprocedure::text
              from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
             cross join lateral pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
             where n.nspname in ('registry', 'national', 'ref') and a.grantee = 0""";

    private static final String APP_OWN_RIGHTS = """
            select 'p_app has rights of its own on ' || pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)
              from pg_catalog.pg_shdepend d
             where d.refclassid = 'pg_catalog.pg_authid'::regclass and d.refobjid = 'p_app'::regrole
               and d.deptype = 'a'
               and d.dbid = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())""";

    private static final String SILENT_TRIGGERS = """
            select 'trigger ' || t.tgname || ' of ' || c.relname || ' is switched off'
              from
            """ + Catalogue.RELATIONS + """
             c join pg_catalog.pg_trigger t on t.tgrelid = c.oid
             where t.tgname = 'audit' and t.tgenabled <> 'O'""";

    private CatalogueSql() {
    }

    static List<String> findings(Connection connection, String schema) throws SQLException {
        List<String> findings = new ArrayList<>();
        findings.addAll(Sql.rows(connection, STRANGERS_IN_SCHEMA, row -> row.getString(1), schema, schema));
        for (String query : List.of(OPEN_TO_IT, MEMBERS, MEMBERSHIPS, POWERS, SILENT_TRIGGERS)) {
            findings.addAll(Sql.rows(connection, query, row -> row.getString(1), schema));
        }
        for (String query : List.of(PUBLIC_FUNCTIONS, APP_OWN_RIGHTS)) {
            findings.addAll(Sql.rows(connection, query, row -> row.getString(1)));
        }
        return findings;
    }
}
