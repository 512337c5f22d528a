package id.capaian.kernel.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.RunningWork;
import id.capaian.kernel.tenancy.TenantCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

    @TempDir
    private Path root;
    private boolean inUseCase;

    @Test
    void whatIsPutInComesOutAndIsKnownByItsContent() throws IOException {
        FileStore store = storeOf("samarinda");
        Stored stored = put(store, "%PDF-1.7 laporan");
        assertEquals(FileKind.PDF, stored.kind());
        assertEquals(16, stored.size());
        try (var in = store.open(stored.key())) {
            assertArrayEquals("%PDF-1.7 laporan".getBytes(StandardCharsets.UTF_8), in.readAllBytes());
        }
        assertEquals(stored, put(store, "%PDF-1.7 laporan"));
    }

    @Test
    void aTenantFindsNothingOfAnother() {
        Stored stored = put(storeOf("samarinda"), "catatan");
        assertThrows(UncheckedIOException.class, () -> storeOf("tubei").open(stored.key()));
    }

    @Test
    void refusesKeysThatArePaths() {
        assertThrows(IllegalArgumentException.class, () -> storeOf("samarinda").open("../tubei/x"));
    }

    @Test
    void refusesWhatIsTooLargeEmptyOrUnknown() {
        FileStore store = storeOf("samarinda");
        assertEquals(Problem.BODY_TOO_LARGE, problemOf(() -> put(store, "123456".getBytes(StandardCharsets.UTF_8), 5)));
        assertEquals(Problem.FILE_REFUSED, problemOf(() -> put(store, "")));
        assertEquals(Problem.FILE_REFUSED, problemOf(() -> put(store, new byte[] {0x7F, 'E', 'L', 'F', 0}, 100)));
        assertEquals(Problem.FILE_REFUSED, problemOf(() -> put(store, zip("evil.exe"), 1000)));
        assertEquals(Problem.FILE_REFUSED, problemOf(() -> put(store,
                zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), 5000)));
    }

    @Test
    void nothingIsReceivedWhileAUseCaseHoldsItsConnection() {
        FileStore store = storeOf("samarinda");
        inUseCase = true;
        var unread = new ByteArrayInputStream(new byte[] {1});
        assertThrows(IllegalStateException.class, () -> store.receive(unread, 100));
        assertEquals(1, unread.available());
    }

    @Test
    void whatIsNotKeptIsGone() throws IOException {
        FileStore store = storeOf("samarinda");
        put(store, "kept");
        try (Received file = store.receive(bytes("given up".getBytes(StandardCharsets.UTF_8)), 100)) {
            assertEquals(FileKind.TEXT, file.stored().kind());
        }
        assertEquals(Problem.FILE_REFUSED, problemOf(() -> put(store, "")));
        try (Stream<Path> files = Files.walk(root)) {
            assertEquals(1, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void knowsOfficeFilesTablesAndText() {
        FileStore store = storeOf("samarinda");
        assertEquals(FileKind.XLSX, put(store, zip("[Content_Types].xml", "xl/workbook.xml"), 5000).kind());
        assertEquals(FileKind.DOCX, put(store, zip("[Content_Types].xml", "word/document.xml"), 5000).kind());
        assertEquals(FileKind.CSV, put(store, "nama,nilai\nA,1\n").kind());
        assertEquals(FileKind.TEXT, put(store, "Selesai dikerjakan\n1,2").kind());
    }

    private FileStore storeOf(String tenant) {
        Caller caller = new Caller();
        caller.actingFor(new TenantCode(tenant), "subject");
        return new FileStore(root.toString(), caller, new RunningWork() {
            @Override
            public boolean isUnderWay() {
                return inUseCase;
            }
        });
    }

    private static Stored put(FileStore store, String text) {
        return put(store, text.getBytes(StandardCharsets.UTF_8), 1000);
    }

    private static Stored put(FileStore store, byte[] content, long limit) {
        try (Received file = store.receive(bytes(content), limit)) {
            return store.keep(file);
        }
    }

    private static ByteArrayInputStream bytes(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static Problem problemOf(Runnable act) {
        return assertThrows(ProblemException.class, act::run).problem();
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
