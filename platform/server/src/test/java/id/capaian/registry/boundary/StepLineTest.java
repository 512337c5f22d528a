package id.capaian.registry.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Language;
import id.capaian.registry.control.OrderStep;
import org.junit.jupiter.api.Test;

/**
 * What the reconciler said of a step, in the reader's language. That each line of a real opening and taking back is known:
 * {@code OnboardingIT}.
 */
class StepLineTest {

    private static String said(Language language, String lines) {
        return StepLine.of(new OrderStep("SEED", "DONE", lines, null, null), GovernmentTemplatesTest.shell(language));
    }

    @Test
    void saysEachLineInTheLanguageOfThePage() {
        String lines = "make period 2026-Q4\nset answerDays to 14\nset rights of t_bahari on 47 tables";
        assertEquals("Periode 2026-Q4 dibuat\nPengaturan answerDays menjadi 14\nHak t_bahari atas 47 tabel ditetapkan",
                said(Language.ID, lines));
        assertEquals("Period 2026-Q4 made\nSetting answerDays set to 14\nRights of t_bahari on 47 tables set",
                said(Language.EN, lines));
        assertEquals("Paket yang ditawarkan: region-tubei, region-samarinda",
                said(Language.ID, "offer packs [region-tubei, region-samarinda]"));
        assertEquals("Hari libur dimasukkan ke kalender",
                said(Language.ID, "set calendar.holidays to 2026-12-25,2027-01-01"), "which days, the calendar says");
        assertEquals("bahari kini aktif", said(Language.ID, "set state of bahari to ACTIVE"));
        assertEquals("Tabel t_bahari dibuat, versi 7", said(Language.ID, "migrate t_bahari from none to 7"));
    }

    /** As {@code TenantAccounts.Foreign} says it. */
    @Test
    void saysThatAUserNameIsTakenAndWhatToDo() {
        String reason = "an account of this user name belongs to another government, or to whoever runs the platform";
        assertTrue(said(Language.ID, reason + "; so").contains("buka lagi dengan nama pengguna lain"));
        assertTrue(said(Language.EN, reason + "; so").contains("open it with another user name"));
    }

    @Test
    void leavesWhatItDoesNotKnowAsItWasWritten() {
        assertEquals("Keycloak refused.", said(Language.ID, "Keycloak refused."));
        assertNull(said(Language.ID, null));
    }
}
