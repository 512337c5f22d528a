package id.capaian.local.demo;

import id.capaian.local.DemoDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The indicator values of a government, from the first quarter there is up to the open one, from {@code values.csv}:
 * a line is about the units or people it selects; a later line about the same replaces an earlier one.
 */
final class Figures {

    private static final String PEOPLE = "PEGAWAI";
    private static final int QUALITIES = 3;

    private final List<Table.Row> lines;
    private final List<String> units;
    private final List<Servant> servants;
    private final ZoneId zone;

    Figures(Path file, List<String> units, List<Servant> servants, ZoneId zone) {
        this.lines = Table.read(file);
        this.units = units;
        this.servants = servants;
        this.zone = zone;
    }

    /** What of whom. */
    private record Subject(String kind, String key, String indicator) {
    }

    /** A line that holds for a subject, and which of its subjects that is. */
    private record Holding(Table.Row line, int place) {
    }

    /** The rows of {@code 07-indicator-values.csv}, oldest quarter first. */
    List<String> rows(DemoDay day) {
        Map<Subject, Holding> holding = new LinkedHashMap<>();
        for (Table.Row line : lines) {
            List<String> keys = keys(line);
            if (keys.isEmpty()) {
                throw line.fault("is about nobody: correct untuk");
            }
            for (int i = 0; i < keys.size(); i++) {
                holding.put(new Subject(line.text("subjek"), keys.get(i), line.text("indikator")),
                        new Holding(line, i));
            }
        }
        List<String> rows = new ArrayList<>();
        for (int ago = day.over(); ago >= 0; ago--) {
            int quartersAgo = ago;
            holding.forEach((subject, held) -> {
                if (!held.line().list("kosong").contains(Integer.toString(quartersAgo))) {
                    rows.add(row(subject, held, day, quartersAgo));
                }
            });
        }
        return rows;
    }

    /** Unit codes, or numbers of the people {@code post@unit} stands for; a job family or {@code *} for any, too. */
    private List<String> keys(Table.Row line) {
        List<String> wanted = List.of(line.text("untuk").split(" +"));
        if (!line.text("subjek").equals(PEOPLE)) {
            wanted.stream().filter(code -> !units.contains(code)).findFirst().ifPresent(code -> {
                throw line.fault("is about " + code + ", which is no unit");
            });
            return wanted;
        }
        return servants.stream().filter(servant -> wanted.stream().anyMatch(servant::isAt))
                .map(Servant::nip).toList();
    }

    private String row(Subject subject, Holding held, DemoDay day, int quartersAgo) {
        Table.Row line = held.line();
        BigDecimal change = line.has("per_triwulan") ? line.decimal(line.text("per_triwulan"), "per_triwulan")
                : BigDecimal.ZERO;
        BigDecimal value = line.decimal(inTurn(line.list("nilai"), held.place()), "nilai")
                .subtract(change.multiply(BigDecimal.valueOf(quartersAgo))).max(BigDecimal.ZERO);
        List<String> quality = line.list("mutu");
        if (quality.size() != QUALITIES) {
            throw line.fault("needs completeness, timeliness and accuracy in mutu, like 1|1|0,98");
        }
        return String.join(";", subject.kind(), subject.key(), subject.indicator(), day.period(quartersAgo),
                value.stripTrailingZeros().toPlainString().replace('.', ','), line.text("sumber"),
                taken(day, quartersAgo), inTurn(line.list("sampel"), held.place()), line.text("populasi"),
                String.join(";", quality));
    }

    private static String inTurn(List<String> values, int place) {
        return values.get(place % values.size());
    }

    /** Yesterday morning for the open quarter, though not before it began; else the last day of the quarter. */
    private String taken(DemoDay day, int quartersAgo) {
        LocalDateTime taken = quartersAgo > 0 ? day.firstDay(quartersAgo - 1).minusDays(1).atTime(9, 0)
                : inTheQuarter(day, day.date().minusDays(1));
        return taken.atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static LocalDateTime inTheQuarter(DemoDay day, LocalDate yesterday) {
        return yesterday.isBefore(day.firstDay()) ? day.firstDay().atStartOfDay() : yesterday.atTime(9, 0);
    }
}
