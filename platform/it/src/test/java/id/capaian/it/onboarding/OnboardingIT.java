package id.capaian.it.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.capaian.it.browser.Browsing;
import id.capaian.it.browser.Visitor;
import id.capaian.it.system.RunningSystem;
import id.capaian.it.system.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A government that is in no file of the repository, from nothing to a person's first sign-in, in a browser, by
 * keyboard: the operator opens it by its Kemendagri code, its first admin comes by the mail that invites, imports,
 * tries and begins, and a nurse signs in with the password of her own mail. Screens and inputs are counted, files aside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnboardingIT {

    private static final String TENANT = "bontang";
    private static final String ADMIN = "198203042008011005";
    private static final String ADMIN_MAIL = "kepegawaian@bontang.example";
    private static final String NURSE = "199103172015032074";
    private static final String NURSE_MAIL = "ratna@bontang.example";
    private static final String CHOSEN = "Sandi-Pilihan-Sendiri-7";
    private static final int MOST_SCREENS = 8;
    private static final int MOST_INPUTS = 40;
    private static final double PATIENCE = Duration.ofMinutes(4).toMillis();

    private final Effort effort = new Effort();
    private RunningSystem system;
    private Browsing browsing;
    private CaughtMail mail;

    @BeforeAll
    void start() throws Exception {
        system = RunningSystem.shared();
        browsing = new Browsing();
        mail = new CaughtMail(system.state().resolve("mail"));
    }

    @AfterAll
    void stop() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @Test
    void aGovernmentComesFromNothingToAPersonsFirstSignIn() {
        opened();
        String first = mail.passwordFor(ADMIN_MAIL);
        try (Visitor admin = browsing.atADesk("onboarding-admin")) {
            firstSignIn(admin, ADMIN, first);
            imported(admin);
            packRehearsalAndGo(admin);
        }
        signsIn();
        assertTrue(effort.screens().size() <= MOST_SCREENS, "screens: " + effort.screens());
        assertTrue(effort.inputs() <= MOST_INPUTS, "inputs: " + effort.inputs());
    }

    /** The first admin it names is another government's: that is told, and everything can be taken back. */
    @Test
    void aGovernmentThatCouldNotBeOpenedLeavesNothing() throws Exception {
        List<String> before = Traces.in(system);
        try (Visitor operator = browsing.atADesk("onboarding-taken-back")) {
            operator.open(system.url() + "/operator/pemerintah/baru?kode=64.71");
            operator.signIn("operator.platform", RunningSystem.PASSWORD);
            Page page = operator.page();
            operator.type(page.locator("input[name=adminUsername]"), "admin.tubei");
            operator.type(page.locator("input[name=adminName]"), "Admin Tubei");
            operator.type(page.locator("input[name=adminEmail]"), "admin@balikpapan.example");
            operator.push(page.locator("main form button[type=submit]").last());
            await(operator, "#kemajuan .notice.bad");
            assertTrue(operator.text().contains("Bila orangnya sama, pindahkan akunnya"), operator.text());
            readsTheStepsInBothLanguages(operator);
            assertNotEquals(before, Traces.in(system), "it was half opened");
            operator.unfold(page.locator("details:has(#f-confirmation-TAKE_BACK) summary"));
            operator.type(page.locator("#f-confirmation-TAKE_BACK"), "balikpapan");
            operator.push(page.locator("form:has(#f-confirmation-TAKE_BACK) button"));
            await(operator, "#kemajuan .notice.good");
            readsTheStepsInBothLanguages(operator);
        }
        assertEquals(before, Traces.in(system));
    }

    private void opened() {
        try (Visitor operator = browsing.atADesk("onboarding-operator")) {
            operator.open(system.url() + "/operator/pemerintah/baru");
            signIn(operator, "operator.platform", RunningSystem.PASSWORD);
            Page page = operator.page();
            effort.type(operator, "input[name=q]", "Bontang");
            operator.push(page.locator("form[role=search] button")).inEnglish();
            assertEquals(TENANT, page.locator("input[name=code]").inputValue(), "the code is proposed");
            effort.type(operator, "input[name=adminUsername]", ADMIN);
            effort.type(operator, "input[name=adminName]", "Hendra Saputra");
            effort.type(operator, "input[name=adminEmail]", ADMIN_MAIL);
            effort.tick(operator, "input[name=pack][value=region-samarinda]");
            operator.push(page.locator("main form button[type=submit]").last());
            effort.see(operator);
            await(operator, "#kemajuan .notice.good");
            readsTheStepsInBothLanguages(operator);
            assertFalse(operator.text().contains(ADMIN_MAIL), "whoever was invited is not shown again");
        }
    }

    /** What was done in a step and has no words in the page's language would read the same in both. */
    private static void readsTheStepsInBothLanguages(Visitor operator) {
        operator.look();
        List<String> here = done(operator);
        Locator other = operator.page().locator("footer a[hreflang]");
        operator.follow(other);
        List<String> inEnglish = done(operator);
        operator.follow(other);
        assertFalse(here.isEmpty(), operator.text());
        assertEquals(here.size(), inEnglish.size());
        here.forEach(line -> assertFalse(inEnglish.contains(line), line));
    }

    private static List<String> done(Visitor operator) {
        return operator.page().locator(".step-detail").allTextContents().stream().flatMap(String::lines)
                .map(String::strip).toList();
    }

    /** With the password of the mail, and then one of their own. */
    private void firstSignIn(Visitor visitor, String username, String password) {
        visitor.open(system.url() + "/" + TENANT + "/");
        signIn(visitor, username, password);
        effort.type(visitor, "#password-new", CHOSEN);
        effort.type(visitor, "#password-confirm", CHOSEN);
        visitor.push(visitor.page().locator("form [type=submit]").last());
        effort.see(visitor);
    }

    private void signIn(Visitor visitor, String username, String password) {
        effort.signIn(visitor, username, password);
    }

    private void imported(Visitor admin) {
        admin.follow(admin.page().locator("a[href$='/impor']").first()).inEnglish();
        files().forEach((kind, table) -> {
            Page page = admin.page();
            Locator kinds = page.locator("select[name=kind]");
            effort.choose(admin, kinds, (Integer) kinds.evaluate(
                    "(list, kind) => [...list.options].findIndex(option => option.value === kind)", kind));
            admin.attach(page.locator("#f-file"), new FilePayload(kind + ".csv", "text/csv",
                    table.getBytes(StandardCharsets.UTF_8)));
            admin.push(page.locator("main form button[type=submit]").first());
            effort.see(admin);
            admin.push(page.locator("main form[action$='/ambil'] button").first());
            effort.see(admin);
        });
    }

    private void packRehearsalAndGo(Visitor admin) {
        Page page = admin.page();
        admin.follow(page.locator("a[href$='/persiapan']").first());
        effort.see(admin);
        admin.inEnglish();
        if (page.locator("#paket select[name=pack]").inputValue().isEmpty()) {
            effort.choose(admin, page.locator("#paket select[name=pack]"), 1);
        }
        admin.push(page.locator("#paket form button[type=submit]"));
        await(admin, "#gladi form button[type=submit]");
        admin.push(page.locator("#gladi form button[type=submit]")).inEnglish();
        assertTrue(admin.text().contains("20 dari 20"), admin.text());
        effort.type(admin, "#mulai input[name=confirm]", TENANT);
        admin.push(page.locator("#mulai form button[type=submit]"));
        assertTrue(page.locator(".notice.good").first().isVisible(), admin.text());
    }

    private static void await(Visitor visitor, String selector) {
        visitor.page().locator(selector).waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private void signsIn() {
        try (Visitor nurse = browsing.onAPhone("onboarding-nurse")) {
            firstSignIn(nurse, NURSE, mail.passwordFor(NURSE_MAIL));
            assertTrue(nurse.page().url().startsWith(system.url() + "/" + TENANT + "/"), nurse.page().url());
            assertTrue(nurse.page().locator("body").innerText().contains("Ratna"), nurse.text());
            nurse.inEnglish();
        }
    }

    /** As the personnel office has them; whoever has no address would get a letter. */
    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("units", """
                kode;nama;jenis;kode_induk;mulai;sampai
                BTG;Pemerintah Kota Bontang;PEMERINTAH;;2026-01-01;
                DINKES;Dinas Kesehatan;DINAS;BTG;2026-01-01;
                PKM-UTARA;Puskesmas Bontang Utara;PUSKESMAS;DINKES;2026-01-01;
                """);
        files.put("positions", """
                kode;nama;kelompok;rumpun
                KADIS;Kepala Dinas;JPT;administration
                KAPUS;Dokter Ahli Madya, Kepala Puskesmas;KEAHLIAN;health
                PRW-TERAMPIL;Perawat Terampil;KETERAMPILAN;health
                """);
        files.put("people", """
                nip;nama;gelar_depan;gelar_belakang;status;golongan;tanggal_lahir;jenis_kelamin;surel;telepon;\
                kedudukan_hukum;kunci;nrp
                197104051996031072;Yusuf Anwar;;S.K.M.;PNS;IV/b;1971-04-05;L;yusuf@bontang.example;;01;;
                197908122005022073;Maria Lestari;dr.;;PNS;IV/b;1979-08-12;P;;;01;;
                199103172015032074;Ratna Wulandari;;A.Md.Kep.;PNS;II/d;1991-03-17;P;ratna@bontang.example;;01;;
                ;Andi Faisal;;;PEJABAT NON ASN;;;L;;;;walikota;
                ;Isran Hadi;Dr.;;PEJABAT NON ASN;;;L;;;;gubernur;
                """);
        files.put("assignments", """
                nip;kode_jabatan;kode_unit;jenis;mulai;sampai
                197104051996031072;KADIS;DINKES;DEFINITIF;2026-01-01;
                197908122005022073;KAPUS;PKM-UTARA;DEFINITIF;2026-01-01;
                199103172015032074;PRW-TERAMPIL;PKM-UTARA;DEFINITIF;2026-01-01;
                """);
        files.put("rater-lines", """
                nip;jenis;nip_penilai;nip_atasan_penilai;mulai;sampai
                197104051996031072;DEFINITIF;walikota;gubernur;2026-01-01;
                197908122005022073;DEFINITIF;197104051996031072;walikota;2026-01-01;
                199103172015032074;DEFINITIF;197908122005022073;197104051996031072;2026-01-01;
                """);
        return files;
    }
}
