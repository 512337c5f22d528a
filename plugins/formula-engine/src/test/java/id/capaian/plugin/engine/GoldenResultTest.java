package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a failing example says to somebody who writes indicators and not programs. */
class GoldenResultTest {

    private static final String CASE = "golden/01.json";

    private static GoldenResult run(SamplePack sample) throws PackInvalid {
        return GoldenRunner.run(sample.read(), sample.files()).get(0);
    }

    @Test
    void saysNothingOfACaseThatPasses() throws PackInvalid {
        assertEquals("", run(new SamplePack()).table());
    }

    @Test
    void drawsATableInWords() throws PackInvalid {
        String table = run(new SamplePack()
                .change(CASE, "\"index\": 100", "\"index\": 101.5")
                .change(CASE, "{\"NH_part\": 70}", "{\"NH_part\": 69, \"NX\": 1}")
                .change(CASE, "\"flags\": []", "\"flags\": [\"MISSING SAM.A\"]")).table();
        assertEquals("""
                golden/01.json: on target

                | Langkah / Step | Seharusnya / Expected | Keluar / Came out | Selisih / Difference
                | Nilai rekap / Index (index) | 101.5 | 100.00 | -1.50
                | Bagian hasil / Results part (step NH_part) | 69 | 70.00 | +1.00
                | step NX | 1 | tidak ada / none
                | flag MISSING SAM.A | ada / there | tidak ada / none

                Cara hitung / How it was made
                | NH_part = p['share'] * NH

                Bila yang keluar memang benar, betulkan berkas ini; bila tidak, betulkan rumusnya.
                If what came out is right, correct this file; if not, correct the formula.
                """, table.replaceAll("(?m)^ {2}", "| ").replaceAll(" {2,}", " | "));
        List<String> rows = table.lines().filter(line -> line.startsWith("  ") && !line.contains(" = ")).toList();
        int expected = rows.get(0).indexOf("Expected") + "Expected".length();
        assertTrue(rows.stream().allMatch(row -> row.charAt(expected - 1) != ' '), "columns stand under each other");
    }

    @Test
    void saysWhichBandAndWhichReasonCameOut() throws PackInvalid {
        String band = run(new SamplePack().change(CASE, "\"index\": 100",
                "\"index\": 100, \"bands\": {\"result\": \"ABOVE\"}")).table();
        assertTrue(band.contains("Predikat hasil / Band of the result (band of result)"), band);
        assertTrue(band.contains("ABOVE (Di atas ekspektasi / Above expectation)"), band);
        assertTrue(band.contains("MEETS (Sesuai ekspektasi / Meets expectation)"), band);
        String reason = run(new SamplePack().change(CASE, "\"marks\": \"MEETS\"", "\"marks\": {}")).table();
        assertTrue(reason.contains("BEHAVIOUR_MISSING: Perilaku kerja belum dinilai lengkap"), reason);
        String unexpected = run(new SamplePack().change(CASE, "\"SAM.B\": {\"value\": 24}", "")
                .change(CASE, "{\"value\": 90}, ", "{\"value\": 90}")).table();
        assertTrue(unexpected.contains("flag MISSING SAM.B"), unexpected);
        assertTrue(unexpected.contains("flag MISSING SAM.B = Belum ada nilai pada periode ini"), unexpected);
    }

    @Test
    void saysThatTheCalculationFails() throws PackInvalid {
        SamplePack sample = new SamplePack()
                .change("formulas/plain@2025.json", "NH_part + 0.30 * NP", "NH_part + NP");
        String table = run(sample).table();
        assertTrue(table.contains("Perhitungan gagal / Calculation fails (fault)"), table);
        assertTrue(table.contains("NR is 170.00, outside 0..120"), table);
    }

    @Test
    void refusesACaseThatCannotMeanWhatItSays() {
        refuses("\"readings\"", "\"readngs\"", "golden/01.json:2: unknown word \"readngs\"");
        refuses("\"value\": 24", "\"value\": 24, \"samplesize\": 3", "golden/01.json:2: unknown word \"samplesize\"");
        refuses("\"SAM.B\"", "\"SAM.X\"", "golden/01.json:2: unknown indicator SAM.X");
        refuses("\"marks\"", "\"targets\": {\"SAM.X\": 1}, \"marks\"",
                "golden/01.json:1: target of SAM.X, which is not");
        refuses("\"health\"", "\"teacher\"", "golden/01.json:1: the pack has no set for job family teacher, only for [health]");
        refuses("sample.plain", "sample.plane", "golden/01.json:1: the pack has no formula sample.plane@2025");
        refuses("\"MEETS\"", "\"MET\"", "golden/01.json:1: \"marks\" is \"MET\", must be one of [ABOVE, MEETS, BELOW]");
    }

    private static void refuses(String from, String to, String words) {
        SamplePack sample = new SamplePack().change(CASE, from, to);
        String message = assertThrows(PackInvalid.class,
                () -> GoldenRunner.run(new SamplePack().read(), sample.files())).getMessage();
        assertTrue(message.contains(words), message);
    }
}
