package id.capaian.load.packs;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The tables, as the README holds them. */
final class PacksReport {

    private final PrintStream out;

    PacksReport(PrintStream out) {
        this.out = out;
    }

    void calls(List<CallCost.Line> lines) {
        out.println("| one formula call, microseconds of CPU | golden cases | plain Java | engine alone |"
                + " as the server calls it | as a multiple of plain Java | target | met |");
        out.println("|---|---|---|---|---|---|---|---|");
        lines.forEach(line -> print("| %s, %s pack | %d | %.1f | %s | %.1f | %.2f | %s | %s |", line.region(),
                line.data() ? "data" : "Java", line.cases(), line.plain(),
                line.engine() == null ? "-" : String.format(Locale.ROOT, "%.1f", line.engine()), line.host(),
                line.ratio(), line.data() ? number(CallCost.Line.MOST) : "none",
                line.data() ? met(line.met()) : "-"));
    }

    void neighbour(List<Neighbour.Line> lines) {
        out.println("| one tenant's score, microseconds of CPU | before | beside a busy thread"
                + " | beside another tenant's endless loop | beside its refused calls | loop / before | refused / before | target | met |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        lines.forEach(line -> print("| %s, %s pack | %.1f | %.1f (%.2f) | %.1f | %.1f | %.2f | %.2f | %s | %s |",
                line.region(), line.data() ? "data" : "Java", line.before(), line.busy(), line.busyRatio(),
                line.looping(), line.refused(), line.loopingRatio(), line.refusedRatio(), number(Neighbour.Line.MOST),
                met(line.met())));
    }

    void replay(List<ReplayCost.Line> lines) {
        out.println("| replay | people | of them move | seconds | server's CPU, s | PostgreSQL's CPU, s | target, s"
                + " | met |");
        out.println("|---|---|---|---|---|---|---|---|");
        lines.forEach(line -> print("| %s | %d | %d | %.2f | %.2f | %.2f | %s | %s |", line.what(), line.people(),
                line.moved(), line.wall(), line.server(), line.postgres(),
                number(ReplayCost.Line.MOST) + " for 10,000", met(line.met())));
    }

    void activation(List<Activation.Line> lines) {
        out.println("| activation, seconds after the click | clicks | median | worst | target | met |");
        out.println("|---|---|---|---|---|---|");
        lines.forEach(line -> print("| %s | %d | %.2f | %.2f | %s | %s |", line.node(), line.clicks(), line.median(),
                line.worst(), number(Activation.Line.MOST), met(line.met())));
    }

    void upgrades(Upgrades.Result result) {
        out.println("| upgrades under load | requests meanwhile | lost | target | met | CPU of a request before, ms |"
                + " during, ms | during / before |");
        out.println("|---|---|---|---|---|---|---|---|");
        print("| %d | %d | %d | 0 | %s | %.1f | %.1f | %.2f |", result.upgrades(), result.requests(),
                result.lost().size(), met(result.met()), result.before(), result.during(), result.ratio());
        result.lost().stream().distinct().limit(5).forEach(how -> out.println("lost: " + how));
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number);
    }

    private static String met(boolean met) {
        return met ? "yes" : "NO";
    }
}
