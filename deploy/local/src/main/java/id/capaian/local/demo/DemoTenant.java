package id.capaian.local.demo;

import id.capaian.local.DemoDay;
import id.capaian.local.LocalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A government of the demonstration, and the files it hands in. */
public final class DemoTenant {

    /** What people recorded in the year; where it is missing the year has not begun. */
    public static final String PROGRESS = "progress.csv";

    private static final Pattern ZONE = Pattern.compile("(?m)^timeZone: (\\S+)$");

    private final List<Table.Row> units;
    private final Staff staff;
    private final Figures figures;
    private final List<Table.Row> notes;

    private DemoTenant(Path tenantsConfig, String code) {
        Path folder = tenantsConfig.resolve("demo").resolve(code);
        this.units = Table.read(folder.resolve("units.csv"));
        this.staff = new Staff(folder, new Names(tenantsConfig.resolve("demo/names.csv"), code));
        this.figures = new Figures(folder.resolve("values.csv"), units.stream().map(row -> row.text("kode")).toList(),
                staff.servants(), zone(tenantsConfig.resolve("tenants/" + code + ".yaml")));
        Path progress = folder.resolve(PROGRESS);
        this.notes = Files.exists(progress) ? Table.read(progress) : List.of();
    }

    /**
     * Reads the description.
     *
     * @param tenantsConfig the folder with {@code tenants} and {@code demo}
     * @param code          the tenant
     * @throws LocalException naming file, line and remedy when the description does not hold together
     */
    public static DemoTenant read(Path tenantsConfig, String code) {
        return new DemoTenant(tenantsConfig, code);
    }

    /** Codes of the governments that are described, in order. */
    public static List<String> codes(Path tenantsConfig) {
        try (Stream<Path> folders = Files.list(tenantsConfig.resolve("demo"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("staff.csv")))
                    .map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZoneId zone(Path yaml) {
        try {
            Matcher zone = ZONE.matcher(Files.readString(yaml));
            if (!zone.find()) {
                throw new LocalException(yaml + " has no line timeZone.");
            }
            return ZoneId.of(zone.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files by name, in the order in which they are handed in, and {@link #PROGRESS} if there is any; the same for
     * the same day.
     *
     * @param day the day on which the demonstration begins
     */
    public Map<String, String> files(DemoDay day) {
        String begins = day.beginning() + ";";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("01-units.csv", text("kode;nama;jenis;kode_induk;mulai;sampai", units.stream().map(unit ->
                cells(unit, "kode", "nama", "jenis", "kode_induk") + ";" + begins)));
        files.put("02-positions.csv", text("kode;nama;kelompok;rumpun", staff.posts().stream().map(post ->
                cells(post, "kode", "nama", "kelompok", "rumpun"))));
        files.put("03-people.csv", text("nip;nama;gelar_depan;gelar_belakang;status;golongan;tanggal_lahir;"
                + "jenis_kelamin;surel;telepon;kedudukan_hukum;kunci;nrp", Stream.concat(
                staff.servants().stream().map(DemoTenant::person),
                staff.officials().stream().map(official -> ";" + cells(official, "nama", "gelar_depan",
                        "gelar_belakang") + ";PEJABAT NON ASN;;;" + official.text("jenis_kelamin") + ";;;;"
                        + official.text("kunci") + ";"))));
        files.put("04-assignments.csv", text("nip;kode_jabatan;kode_unit;jenis;mulai;sampai",
                staff.servants().stream().map(servant -> String.join(";", servant.nip(), servant.post(),
                        servant.unit(), "DEFINITIF", begins))));
        Map<String, String> raters = staff.raters();
        files.put("05-rater-lines.csv", text("nip;jenis;nip_penilai;nip_atasan_penilai;mulai;sampai",
                staff.servants().stream().map(servant -> String.join(";", servant.nip(), "DEFINITIF",
                        raters.get(servant.nip()), raters.get(raters.get(servant.nip())), begins))));
        files.put("06-role-grants.csv", text("nip;peran;kode_unit;mulai;sampai", Stream.concat(
                staff.heads().entrySet().stream().map(head -> head.getValue().nip() + ";KEPALA UNIT;" + head.getKey()),
                staff.officials().stream().filter(official -> official.has("unit")).map(official ->
                        official.text("kunci") + ";KEPALA UNIT;" + official.text("unit")))
                .map(grant -> grant + ";" + begins)));
        files.put("07-indicator-values.csv", text("subjek;kunci;indikator;periode;nilai;sumber;diambil_pada;sampel;"
                + "populasi;kelengkapan;ketepatan_waktu;akurasi", figures.rows(day).stream()));
        if (!notes.isEmpty()) {
            files.put(PROGRESS, text("nip;periode;catatan", notes.stream()
                    .filter(note -> note.count("triwulan_lalu") < day.quarter())
                    .flatMap(note -> staff.servants().stream().filter(servant -> servant.isAt(note.text("untuk")))
                            .map(servant -> String.join(";", servant.nip(), day.period(note.count("triwulan_lalu")),
                                    note.text("catatan"))))));
        }
        return files;
    }

    private static String person(Servant servant) {
        return String.join(";", servant.nip(), servant.name(), servant.front(), servant.back(), servant.status(),
                servant.grade(), servant.birth().toString(), servant.sex(), "", "", "01", "", "");
    }

    private static String cells(Table.Row row, String... columns) {
        return String.join(";", Stream.of(columns).map(row::text).toList());
    }

    private static String text(String names, Stream<String> rows) {
        return names + "\n" + String.join("\n", rows.toList()) + "\n";
    }
}
