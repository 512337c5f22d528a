package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import id.capaian.it.browser.Browsing;
import id.capaian.it.browser.Visitor;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of posts from sending it to taking it back, in a browser and without a mouse; each tenant for itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPagesIT {

    /** The name's heading is one nobody knows, so that it has to be told; the codes are nobody else's. */
    private static final String POSTS = """
            kode,sebutan resmi,kelompok,rumpun
            UJI-IMPOR-01,Penguji Berkas,PELAKSANA,administration
            UJI-IMPOR-02,Penguji Halaman,PELAKSANA,administration
            """;
    private static final int POSITIONS = 2;

    private RunningSystem system;
    private Browsing browsing;

    @BeforeAll
    void prepare() throws Exception {
        system = RunningSystem.shared();
        browsing = new Browsing();
    }

    @AfterAll
    void close() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"samarinda, tubei", "tubei, samarinda"})
    void aFileIsCheckedUnderstoodTakenAndTakenBack(String tenant, String other) throws SQLException {
        int elsewhere = posts(other);
        assertEquals(0, posts(tenant));
        try (Visitor visitor = browsing.atADesk("import-" + tenant)) {
            visitor.open(system.url() + "/" + tenant + "/impor").signIn("admin." + tenant, RunningSystem.PASSWORD);
            send(visitor);
            tellTheName(visitor);
            assertTrue(visitor.page().locator(".notice.good").first().isVisible(), "it may be imported");
            assertEquals(0, posts(tenant), "until now it was only looked at");
            visitor.push("Impor berkas ini");
            assertEquals(2, posts(tenant));
            visitor.unfold(visitor.page().locator("details.more summary").first());
            visitor.push("Ya, batalkan impor ini");
            assertTrue(visitor.page().locator("td .status").first().innerText().contains("Dibatalkan"));
            assertEquals(0, posts(tenant));
        }
        assertEquals(elsewhere, posts(other), "the other tenant has what it had");
    }

    private static void send(Visitor visitor) {
        visitor.choose(visitor.page().locator("select[name=kind]"), POSITIONS);
        visitor.attach(visitor.page().locator("#f-file"), new FilePayload("jabatan.csv", "text/csv",
                POSTS.getBytes(StandardCharsets.UTF_8)));
        visitor.push("Periksa berkas");
    }

    private static void tellTheName(Visitor visitor) {
        Locator meaning = visitor.page().locator("select[name=column-1]");
        int name = ((Number) meaning.evaluate("list => [...list.options].findIndex(one => one.value === 'nama')"))
                .intValue();
        visitor.choose(meaning, name);
        visitor.push("Simpan arti judul dan periksa lagi");
    }

    private int posts(String tenant) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                Statement ask = connection.createStatement();
                ResultSet counted = ask.executeQuery("select count(*) from t_" + tenant
                        + ".position where code like 'UJI-IMPOR-%'")) {
            counted.next();
            return counted.getInt(1);
        }
    }
}
