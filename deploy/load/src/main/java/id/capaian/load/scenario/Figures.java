package id.capaian.load.scenario;

import id.capaian.load.Cpu;
import id.capaian.load.Row;
import java.util.Locale;

/** How scenarios word what has no target, or a count. */
final class Figures {

    private static final double P99 = 99;

    private Figures() {
    }

    /** No request may be answered wrongly; turned away some may be. */
    static Row noneWrong(String part, String what, Tally tally) {
        return new Row(part, what, "0", tally.counts(), tally.wrong() == 0);
    }

    /** Every request is answered rightly. */
    static Row allRight(String part, String what, Tally tally) {
        return new Row(part, what, "0", tally.counts(), tally.wrong() + tally.turnedAwayCount() == 0);
    }

    /**
     * How much longer requests take beside something. Not met when they were not all answered rightly by themselves: that
     * would make it look shorter.
     */
    static Row p99(String part, String what, double most, Tally with, Tally without) {
        Row row = Row.atMost(part, what, most, "", with.millis(P99) / without.millis(P99),
                with.percentiles() + " : " + without.percentiles());
        Row alone = allRight(part, what, without);
        return alone.met() ? row : new Row(part, what, row.target(),
                row.measured() + ", by themselves " + alone.measured(), false);
    }

    /** An acknowledged write is there, once. */
    static Row writes(String part, WrittenDown.Verdict verdict, long repeated) {
        return new Row(part, "no false success: acknowledged writes lost or happened twice", "0",
                verdict.lost() + " lost, " + verdict.twice() + " twice, of " + verdict.acknowledged() + ", " + repeated
                        + " times sent again with their key", verdict.lost() + verdict.twice() == 0);
    }

    /** "server 1.9 ms, PostgreSQL 0.9 ms". */
    static String perRequest(Cpu cpu, long requests) {
        return String.format(Locale.ROOT, "server %.3g ms, PostgreSQL %.3g ms",
                (double) cpu.server() / requests, (double) cpu.postgres() / requests);
    }

    /** Milliseconds of both together for one request. */
    static double millis(Cpu cpu, long requests) {
        return (double) (cpu.server() + cpu.postgres()) / requests;
    }
}
