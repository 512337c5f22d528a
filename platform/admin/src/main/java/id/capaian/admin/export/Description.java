package id.capaian.admin.export;

import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Says in Indonesian and English what is in an export. */
final class Description {

    private static final String HEAD = """
            # %1$s: %2$s

            Ekspor Capaian. Skema versi %3$s, data per %4$s (UTC).

            | Berkas | Isi |
            |---|---|
            | `data.sql` | semua baris; dimuat `psql` ke tabel kosong berbentuk sama (`search_path` ke skemanya) |
            | `csv/<tabel>.csv` | satu tabel satu berkas, baris pertama nama kolom, UTF-8, kosong: tanpa nilai |
            | `files/` | berkas yang diserahkan orang; namanya sha-256 isinya, dirujuk kolom `sha256` atau `store_key` |
            | `tenant.yaml` | konfigurasi pemerintah daerah ini |
            | `SHA256SUMS` | diperiksa dengan `sha256sum -c SHA256SUMS` |

            Berkas ini memuat data pribadi. Simpan dan musnahkan sesuai aturan arsip dan pelindungan data pribadi.

            An export of Capaian. Schema version %3$s, data as of %4$s (UTC). `data.sql` holds all rows, to be loaded
            by `psql` into empty tables of the same shape (let `search_path` name their schema); `csv/` one file a
            table, the first line names the columns, UTF-8, empty means no value; `files/` what people handed in, each
            named by the sha-256 of its content; `tenant.yaml` the configuration; `SHA256SUMS` is checked by
            `sha256sum -c SHA256SUMS`. It holds personal data: keep and destroy it as the rules on archives and data
            protection say.

            ## Tabel / Tables

            Urutan ini urutan pemuatan. / In the order in which they are loaded.
            """;

    private Description() {
    }

    static String of(Connection connection, String code, List<Table> tables) throws SQLException {
        List<String> tenant = Sql.rows(connection,
                "select name, schema_version from registry.tenant where code = ?",
                row -> row.getString(1) + "\n" + row.getString(2), code);
        String[] words = tenant.isEmpty() ? new String[] {code, "?"} : tenant.get(0).split("\n");
        String now = Sql.text(connection,
                "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')").orElse("");
        StringBuilder text = new StringBuilder(HEAD.formatted(code, words[0], words[1], now));
        tables.forEach(table -> describe(table, text));
        return text.toString();
    }

    private static void describe(Table table, StringBuilder text) {
        text.append("\n### ").append(table.name()).append("\n\n");
        if (table.comment() != null) {
            text.append(table.comment()).append("\n\n");
        }
        text.append("| Kolom / Column | Tipe / Type | Wajib / Required | Merujuk / Refers to |");
        text.append("\n|---|---|---|---|\n");
        for (Table.Column column : table.columns()) {
            text.append("| `").append(column.name()).append("` | ").append(column.type()).append(" | ")
                    .append(column.required() ? "ya / yes" : "").append(" | ")
                    .append(column.refersTo() == null ? "" : column.refersTo())
                    .append(column.comment() == null ? "" : " " + column.comment()).append(" |\n");
        }
    }
}
