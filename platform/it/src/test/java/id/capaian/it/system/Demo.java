package id.capaian.it.system;

import id.capaian.local.Artifacts;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The demo people and the texts of the screens, read from the files the system was made from. */
final class Demo {

    private Demo() {
    }

    /**
     * Who holds a post.
     *
     * @param username the NIP, which is the account's name
     * @param post     code of the position
     * @param unit     code of the unit
     */
    record Holder(String username, String post, String unit) {
    }

    /** Everybody of a tenant with a definitive post, in the file's order. */
    static List<Holder> holders(String tenant) throws IOException {
        return rows(tenant, "04-assignments.csv").stream()
                .map(row -> new Holder(row.get("nip"), row.get("kode_jabatan"), row.get("kode_unit"))).toList();
    }

    /** The people of one unit, its head among them. */
    static List<String> peopleOf(String tenant, String unit) throws IOException {
        return holders(tenant).stream().filter(holder -> holder.unit().equals(unit)).map(Holder::username).toList();
    }

    /** Who heads a unit. */
    static String headOf(String tenant, String unit) throws IOException {
        return rows(tenant, "06-role-grants.csv").stream()
                .filter(row -> row.get("kode_unit").equals(unit) && row.get("peran").equals("KEPALA UNIT"))
                .map(row -> row.get("nip")).findFirst().orElseThrow();
    }

    /** An Indonesian text of the screens by its feature and the rest of its key, as it stands in a page. */
    static String text(String feature, String key) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Artifacts.here().root()
                .resolve("platform/server/src/main/resources/texts/" + feature + ".id.properties"))) {
            texts.load(reader);
        }
        return Objects.requireNonNull(texts.getProperty(feature + "." + key), key);
    }

    private static List<Map<String, String>> rows(String tenant, String file) throws IOException {
        Path path = Artifacts.here().root().resolve("tenants-config/demo").resolve(tenant).resolve(file);
        List<String> lines = Files.readAllLines(path);
        String[] names = lines.get(0).split(";", -1);
        return lines.stream().skip(1).filter(line -> !line.isBlank())
                .map(line -> row(names, line.split(";", -1))).toList();
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return row;
    }
}
