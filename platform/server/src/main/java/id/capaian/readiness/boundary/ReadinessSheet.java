package id.capaian.readiness.boundary;

import id.capaian.evaluation.Scorability.Said;
import id.capaian.kernel.page.Shell;
import id.capaian.readiness.control.Listed;
import id.capaian.readiness.control.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The list as a sheet: one line a person. Everything is text, so that what looks like a formula stays words. */
final class ReadinessSheet {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** People added at a time. */
    static final int PART = 5000;
    private static final String TEXT = "@";

    private final Shell shell;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "Capaian", "1.0");
    private final Worksheet sheet;
    private int row;

    ReadinessSheet(Shell shell) {
        this.shell = shell;
        this.sheet = workbook.newWorksheet(shell.t("readiness.sheet"));
        write(shell.t("readiness.column.name"), shell.t("readiness.column.unit"), shell.t("readiness.column.why"),
                shell.t("readiness.column.remarks"));
    }

    void add(List<Listed> people) {
        for (Listed one : people) {
            write(one.name(), one.post().unitName(),
                    one.reasons().stream().map(this::words).collect(Collectors.joining("; ")),
                    one.reasons().stream().flatMap(reason -> reason.remarks().stream()).map(this::said)
                            .collect(Collectors.joining("\n")));
        }
    }

    private String words(Reason reason) {
        return reason.detail() == null ? shell.t(ReadinessPageView.key(reason), reason.code())
                : said(reason.detail());
    }

    private String said(Said sentence) {
        return sentence.in(shell.language());
    }

    private void write(String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
            sheet.style(row, column).format(TEXT).set();
        }
        row++;
    }

    byte[] finished() {
        try {
            workbook.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
