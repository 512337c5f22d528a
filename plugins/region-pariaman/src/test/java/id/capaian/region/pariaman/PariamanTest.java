package id.capaian.region.pariaman;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.FormAnswers;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.testkit.RegionPackContract;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PariamanTest extends RegionPackContract {

    @Test
    void asksWhyATaskWasReturned() throws PackInvalid {
        String returned = "{\"date\": \"2026-11-02\", \"tasks\": [{\"task\": \"Laporan imunisasi\","
                + " \"due\": \"2026-11-01\", \"quality\": \"returned\"%s}]}";
        assertEquals(List.of("/tasks/0/returnReason Say why it was returned."),
                refused("pariaman.progress@1", returned.formatted("")));
        assertEquals(List.of(),
                refused("pariaman.progress@1", returned.formatted(", \"returnReason\": \"Angka desa kurang\"")));
    }

    /** PAR-07: what is noted about somebody is known to that person. */
    @Test
    void keepsAMonitoringNoteOnlyWhenTheEmployeeKnowsIt() throws PackInvalid {
        String note = "{\"date\": \"2026-11-02\", \"finding\": \"Kartu tugas terlambat dua hari\","
                + " \"step\": \"Mulai lebih awal\", \"known\": %s}";
        assertEquals(List.of(), refused("pariaman.monitoring@1", note.formatted("true")));
        assertEquals(List.of("/known A note is kept only when the employee knows of it."),
                refused("pariaman.monitoring@1", note.formatted("false")));
    }

    private List<String> refused(String formId, String answers) throws PackInvalid {
        Form form = DataPackReader.read(PackFiles.ofDirectory(directory())).descriptor().form(formId).orElseThrow();
        return FormAnswers.validate(form, answers, Locale.ENGLISH).stream()
                .map(error -> error.pointer() + " " + error.message()).toList();
    }
}
