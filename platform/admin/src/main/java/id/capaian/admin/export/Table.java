package id.capaian.admin.export;

import id.capaian.admin.database.Catalogue;
import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table as it is exported.
 *
 * @param name without schema
 * @param comment the database's comment on it, or null
 * @param columns in their order, without those the database works out itself
 * @param refersTo names of tables its foreign keys point to
 */
record Table(String name, String comment, List<Column> columns, Set<String> refersTo) {

    /**
     * @param type as PostgreSQL writes it
     * @param required whether it is never null
     * @param refersTo the table it points to, or null
     * @param comment the database's comment on it, or null
     * @param counted whether the database numbers the rows with it
     */
    record Column(String name, String type, boolean required, String refersTo, String comment, boolean counted) {
    }

    /** The tables of a schema, each after those it refers to, so that rows can be loaded in this order. */
    static List<Table> of(Connection connection, String schema) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : Sql.rows(connection, """
                select c.relname from
                """ + Catalogue.RELATIONS + """
                 c where c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                 order by c.relname""", row -> row.getString(1), schema)) {
            tables.add(read(connection, schema, name));
        }
        return sorted(tables);
    }

    private static Table read(Connection connection, String schema, String name) throws SQLException {
        String qualified = schema + "." + name;
        List<Column> columns = Sql.rows(connection, """
                select a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
                       (select r.relname from pg_catalog.pg_constraint k
                          join pg_catalog.pg_class r on r.oid = k.confrelid
                         where k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any (k.conkey) limit 1),
                       pg_catalog.col_description(a.attrelid, a.attnum), a.attidentity <> ''
                  from pg_catalog.pg_attribute a
                 where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                 order by a.attnum""", row -> new Column(row.getString(1), row.getString(2), row.getBoolean(3),
                row.getString(4), row.getString(5), row.getBoolean(6)), qualified);
        Set<String> refersTo = new HashSet<>(columns.stream().map(Column::refersTo).toList());
        refersTo.remove(null);
        refersTo.remove(name);
        return new Table(name, Sql.text(connection, "select pg_catalog.obj_description(?::regclass, 'pg_class')",
                qualified).orElse(null), columns, refersTo);
    }

    private static List<Table> sorted(List<Table> tables) {
        List<Table> waiting = new ArrayList<>(tables);
        List<Table> sorted = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!waiting.isEmpty()) {
            // Tables that refer to each other in a circle follow in the order of names.
            Table next = waiting.stream().filter(table -> placed.containsAll(table.refersTo())).findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            sorted.add(next);
            placed.add(next.name());
        }
        return sorted;
    }
}
