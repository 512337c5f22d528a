package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.Shell;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Movers as a table for a spreadsheet in the reader's language: semicolons and decimal commas, as spreadsheets here
 * expect, and a mark at the beginning by which they know UTF-8. What would begin a formula is kept from being one.
 */
final class MoversTable {

    private static final String UTF8_MARK = "\uFEFF";

    private final Shell shell;
    private final Locale locale;

    MoversTable(Shell shell) {
        this.shell = shell;
        this.locale = Locale.forLanguageTag(shell.language());
    }

    String of(List<MoverView> movers) {
        Stream<String> head = Stream.of(line(Stream.of("evaluation.team.name", "evaluation.one.unit",
                "evaluation.replay.result-before", "evaluation.replay.result-after",
                "evaluation.replay.behaviour-before", "evaluation.replay.behaviour-after",
                "evaluation.replay.index-before", "evaluation.replay.index-after", "evaluation.replay.why",
                "evaluation.replay.step-before", "evaluation.replay.step-after").map(shell::t)));
        return UTF8_MARK + Stream.concat(head, movers.stream().map(this::line)).collect(Collectors.joining());
    }

    private String line(MoverView mover) {
        MoverView.StepChange why = mover.why();
        return line(Stream.of(mover.employeeName(), mover.unitName(), rating(mover.before(), true),
                rating(mover.after(), true), rating(mover.before(), false), rating(mover.after(), false),
                shell.number(mover.before().indexScore(), 2), shell.number(mover.after().indexScore(), 2),
                why == null ? "" : why.label().in(locale), why == null ? "" : shell.number(why.before(), 2),
                why == null ? "" : shell.number(why.after(), 2)));
    }

    private String rating(MoverView.MoverSide side, boolean ofResults) {
        if (!side.isScored()) {
            return shell.t("evaluation.outcome." + side.outcome());
        }
        return shell.t("evaluation.rating." + (ofResults ? side.resultRating() : side.behaviourRating()));
    }

    private static String line(Stream<String> cells) {
        return cells.map(MoversTable::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    private static String cell(String text) {
        String plain = text == null ? "" : text;
        String harmless = plain.matches("(?s)[=+@\\t\\r-].*") ? "'" + plain : plain;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
