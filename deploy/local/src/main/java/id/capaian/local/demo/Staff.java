package id.capaian.local.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people of a government: as many as {@code staff.csv} has in each unit and post, those of {@code people.csv} among
 * them. What somebody is called and when somebody was born follows from government, unit, post and place in line, so
 * that one more elsewhere changes nobody.
 */
final class Staff {

    private static final String KEY = "kunci";
    private static final Set<String> SENIOR = Set.of("JPT", "ADMINISTRATOR", "PENGAWAS");

    private final String tenant;
    private final Map<String, Table.Row> posts;
    private final List<Table.Row> lines;
    private final List<Table.Row> known;
    private final Names names;
    private final CivilNumbers numbers = new CivilNumbers();
    private final Map<Table.Row, List<Servant>> servants = new LinkedHashMap<>();

    Staff(Path folder, Names names) {
        this.tenant = folder.getFileName().toString();
        this.names = names;
        this.posts = Table.read(folder.resolve("posts.csv")).stream()
                .collect(Collectors.toMap(row -> row.text("kode"), row -> row, (one, other) -> {
                    throw other.fault("repeats " + other.text("kode"));
                }, LinkedHashMap::new));
        this.lines = Table.read(folder.resolve("staff.csv"));
        this.known = Table.read(folder.resolve("people.csv"));
        known.forEach(row -> {
            names.take(row.text("nama"));
            numbers.take(row.text("nip"));
        });
        lines.forEach(line -> servants.put(line, ofLine(line)));
    }

    /** The posts' lines, in the file's order. */
    List<Table.Row> posts() {
        return List.copyOf(posts.values());
    }

    /** Everybody, in the order of {@code staff.csv}. */
    List<Servant> servants() {
        return servants.values().stream().flatMap(List::stream).toList();
    }

    /** Officials who are no civil servants. */
    List<Table.Row> officials() {
        return known.stream().filter(row -> row.has(KEY)).toList();
    }

    /** Who heads a unit. */
    Map<String, Servant> heads() {
        Map<String, Servant> heads = new LinkedHashMap<>();
        servants.forEach((line, people) -> {
            if (line.text("kepala").equals("ya")) {
                heads.put(line.text("unit"), one(line, people));
            }
        });
        return heads;
    }

    /** Number, or an official's key, of everybody's rater, by number. */
    Map<String, String> raters() {
        Map<String, String> raters = new LinkedHashMap<>();
        servants.forEach((line, people) -> {
            String rater = rater(line);
            people.forEach(servant -> raters.put(servant.nip(), rater));
        });
        officials().forEach(official -> raters.put(official.text(KEY), official.text("penilai")));
        return raters;
    }

    /** {@code KADIS@DINKES}, {@code KAPUS} of the own unit, or the key of an official. */
    private String rater(Table.Row line) {
        String rater = line.text("penilai");
        if (officials().stream().anyMatch(official -> official.text(KEY).equals(rater))) {
            return rater;
        }
        String place = rater.contains("@") ? rater : rater + "@" + line.text("unit");
        return servants.entrySet().stream()
                .filter(entry -> place.equals(entry.getKey().text("jabatan") + "@" + entry.getKey().text("unit")))
                .map(entry -> one(line, entry.getValue())).findFirst()
                .orElseThrow(() -> line.fault("names " + place + " as rater, which is in no line")).nip();
    }

    private static Servant one(Table.Row line, List<Servant> people) {
        if (people.size() != 1) {
            throw line.fault("needs one person for a rater or a head, and there are " + people.size());
        }
        return people.get(0);
    }

    private List<Servant> ofLine(Table.Row line) {
        Table.Row post = posts.get(line.text("jabatan"));
        if (post == null) {
            throw line.fault("names a post that posts.csv has not");
        }
        List<Servant> given = known.stream().filter(row -> !row.has(KEY))
                .filter(row -> row.text("unit").equals(line.text("unit"))
                        && row.text("jabatan").equals(line.text("jabatan")))
                .map(row -> given(row, post)).toList();
        List<Servant> people = new ArrayList<>();
        for (String status : List.of("PNS", "PPPK")) {
            int made = line.count(status.toLowerCase(Locale.ROOT))
                    - (int) given.stream().filter(servant -> servant.status().equals(status)).count();
            for (int i = 0; i < made; i++) {
                people.add(invented(line, post, status, i));
            }
        }
        people.addAll(given);
        return people;
    }

    private static Servant given(Table.Row row, Table.Row post) {
        boolean pppk = row.text("nip").charAt(12) > '1';
        return new Servant(row.text("nip"), row.text("nama"), row.text("gelar_depan"), row.text("gelar_belakang"),
                pppk ? "PPPK" : "PNS", row.text("golongan"), row.text("nip").charAt(14) == '1' ? "L" : "P",
                row.text("unit"), post.text("kode"), post.text("rumpun"));
    }

    private Servant invented(Table.Row line, Table.Row post, String status, int place) {
        // The algorithms of String.hashCode and Random are part of Java's specification.
        Random dice = new Random(String.join(" ", tenant, line.text("unit"), post.text("kode"), status,
                Integer.toString(place)).hashCode());
        dice.nextInt();
        boolean pppk = status.equals("PPPK");
        String sex = post.has("jenis_kelamin") ? post.text("jenis_kelamin") : dice.nextInt(9) < 5 ? "P" : "L";
        String number = numbers.next(pppk, SENIOR.contains(post.text("kelompok")), sex, dice);
        return new Servant(number, names.next(sex, dice), one(post.list("gelar_depan"), dice),
                one(post.list("gelar_belakang"), dice), status,
                one(post.list(pppk ? "golongan_pppk" : "golongan"), dice), sex, line.text("unit"), post.text("kode"),
                post.text("rumpun"));
    }

    private static String one(List<String> choices, Random dice) {
        return choices.get(dice.nextInt(choices.size()));
    }
}
