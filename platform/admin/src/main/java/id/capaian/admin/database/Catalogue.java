package id.capaian.admin.database;

/** Parts of statements on PostgreSQL's catalogue. */
public final class Catalogue {

    /**
     * For {@code from}: the relations of the schema named by one parameter, as rows of pg_class with the schema's name as
     * {@code nspname}. By what hangs on the schema, which is indexed: pg_class is not by schema, and reading all of it
     * for each of hundreds of tenants is most of what opening one costs.
     */
    public static final String RELATIONS = """
            (select n.nspname, r.*
               from pg_catalog.pg_namespace n
               join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_namespace'::regclass
                    and d.refobjid = n.oid and d.classid = 'pg_catalog.pg_class'::regclass
               join pg_catalog.pg_class r on r.oid = d.objid and r.relnamespace = n.oid
              where n.nspname = ?)""";

    private Catalogue() {
    }
}
