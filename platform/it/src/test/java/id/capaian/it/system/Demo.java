package id.capaian.it.system;

import id.capaian.local.Artifacts;
import id.capaian.local.DemoDay;
import id.capaian.local.demo.DemoTenant;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
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

    /**
     * The people of a tenant whom the README names.
     *
     * @param admin regional admin
     * @param staff the person followed
     * @param rater that person's rater
     * @param boss  who fixes what their unit achieved
     */
    record Players(String admin, String staff, String rater, String boss) {
    }

    /** Everybody of a tenant with a definitive post, in the file's order. */
    static List<Holder> holders(String tenant) {
        return rows(tenant, "04-assignments.csv").stream()
                .map(row -> new Holder(row.get("nip"), row.get("kode_jabatan"), row.get("kode_unit"))).toList();
    }

    /** The people of one unit, its head among them. */
    static List<String> peopleOf(String tenant, String unit) {
        return holders(tenant).stream().filter(holder -> holder.unit().equals(unit)).map(Holder::username).toList();
    }

    /** Who heads a unit. */
    static String headOf(String tenant, String unit) {
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

    /** The four to play, as {@code accounts.csv} has them. */
    static Players players(String tenant) throws IOException {
        List<String> names = Files.readAllLines(Artifacts.here().tenantsConfig().resolve("demo/accounts.csv")).stream()
                .map(line -> line.split(";")).filter(cells -> cells[0].equals(tenant)).map(cells -> cells[1]).toList();
        return new Players(names.get(0), names.get(1), names.get(2), names.get(3));
    }

    private static List<Map<String, String>> rows(String tenant, String file) {
        List<String> lines = DemoTenant.read(Artifacts.here().tenantsConfig(), tenant).files(DemoDay.today()).get(file)
                .lines().toList();
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
