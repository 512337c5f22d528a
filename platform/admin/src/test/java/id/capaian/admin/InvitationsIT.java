package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.account.Invitations.Told;
import id.capaian.admin.account.Letters;
import id.capaian.admin.account.MailServer;
import id.capaian.admin.account.Mailer;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.database.Sql;
import id.capaian.local.MailCatcher;
import id.capaian.local.Ports;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People are told of their accounts by a mail server that answers as real ones do. */
class InvitationsIT {

    private static final String SITI = "198609262015051001";
    private static final String BUDI = "199001012020012002";
    private static final String ADDRESS = "siti.aminah@samarinda.example";

    private static TwoTenants two;
    private static AskingPeople people;

    @TempDir
    private Path folder;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private KeycloakDouble keycloak;
    private MailCatcher catcher;
    private int port;
    private Admin admin;

    @BeforeAll
    static void start() {
        two = TwoTenants.applied();
        people = new AskingPeople(two);
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @BeforeEach
    void twoPeopleWait() throws SQLException {
        keycloak = new KeycloakDouble();
        port = Ports.anyFree();
        catcher = MailCatcher.start(port, folder.resolve("mail"));
        admin = people.admin(keycloak, said::add);
        people.nobody();
        admin.applyTenants(List.of(TenantFiles.parse("s", TwoTenants.SAMARINDA),
                TenantFiles.parse("t", TwoTenants.TUBEI)), FirstPasswords.demo("Demo-2026"), false);
    }

    @AfterEach
    void hangUp() {
        catcher.close();
        keycloak.close();
    }

    @Test
    void mailsWhoHasAnAddressAndPrintsALetterForTheOthers() throws Exception {
        asks("t_samarinda", SITI, ADDRESS);
        asks("t_samarinda", BUDI, null);
        assertEquals(new Told(1, 1, 0, 0), make("samarinda", told(true, true)));
        MimeMessage mail = onlyMail();
        assertEquals(ADDRESS, mail.getAllRecipients()[0].toString());
        assertEquals("Akun Capaian Anda, Kota Samarinda", mail.getSubject());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        String text = mail.getContent().toString();
        assertTrue(text.contains(keycloak.password(SITI)), "the password that was set");
        assertTrue(text.contains("https://capaian.example/samarinda/"), text);
        assertTrue(text.contains(SITI), text);
        assertTrue(text.indexOf("Kata sandi awal") < text.indexOf("Your Capaian account"), "Indonesian first");
        assertTrue(letters().contains(keycloak.password(BUDI)));
        assertFalse(letters().contains(SITI));
        assertEquals(List.of("LETTER SENT 1 t", "MAIL SENT 1 t"), outbox());
    }

    @Test
    void tellsNobodyTwiceAndNobodyOfAnotherTenant() throws SQLException {
        asks("t_samarinda", SITI, ADDRESS);
        asks("t_tubei", BUDI, "budi@lebong.example");
        assertEquals(new Told(1, 0, 0, 0), make("samarinda", told(true, false)));
        String password = keycloak.password(SITI);
        assertEquals(Told.NOBODY, make("samarinda", told(true, true)));
        assertEquals(password, keycloak.password(SITI));
        assertEquals(1, catcher.mails().size());
        assertEquals(List.of("0"), two.ask("select count(*) from registry.outbox where tenant = 'tubei'"));
    }

    @Test
    void letsWhoCannotBeToldInThisRunWait() throws Exception {
        asks("t_samarinda", SITI, ADDRESS);
        asks("t_samarinda", BUDI, null);
        assertEquals(Told.NOBODY, make("samarinda", FirstPasswords.none()));
        assertNull(keycloak.password(SITI), "no password before somebody is told");
        assertEquals(new Told(1, 0, 0, 0), make("samarinda", told(true, false)));
        assertNull(keycloak.password(BUDI));
        assertEquals(new Told(0, 1, 0, 0), make("samarinda", told(false, true)));
        assertTrue(letters().contains(keycloak.password(BUDI)));
    }

    @Test
    void sendsARefusedMailAgainWithAnotherPassword() throws Exception {
        asks("t_samarinda", SITI, ADDRESS);
        catcher.refuse(1);
        assertEquals(new Told(0, 0, 1, 0), make("samarinda", told(true, false)));
        String refused = keycloak.password(SITI);
        assertEquals(List.of("MAIL WAITING 1 f"), outbox());
        assertEquals(List.of("REFUSED t"), two.ask(
                "select reason || ' ' || (next_try_at > clock_timestamp())::text::char(1) from registry.outbox"));
        assertEquals(Told.NOBODY, make("samarinda", told(true, false)), "not before its time");
        itsTimeComes();
        assertEquals(new Told(1, 0, 0, 0), make("samarinda", told(true, false)));
        assertNotEquals(refused, keycloak.password(SITI));
        assertTrue(onlyMail().getContent().toString().contains(keycloak.password(SITI)));
        assertEquals(List.of("MAIL SENT 2 t"), outbox());
    }

    /** Sent and not marked: as if the program had been killed in between. */
    @Test
    void sendsAnotherPasswordWhenARunWasCutOffAndTheLastOneCounts() throws Exception {
        asks("t_samarinda", SITI, ADDRESS);
        make("samarinda", told(true, false));
        neverMarked();
        assertEquals(new Told(1, 0, 0, 0), make("samarinda", told(true, false)));
        List<Path> mails = catcher.mails();
        assertEquals(2, mails.size());
        assertTrue(read(mails.get(1)).getContent().toString().contains(keycloak.password(SITI)));
        assertFalse(read(mails.get(0)).getContent().toString().contains(keycloak.password(SITI)));
    }

    @Test
    void leavesWhoHasChosenAPasswordAlone() throws SQLException {
        asks("t_samarinda", SITI, ADDRESS);
        make("samarinda", told(true, false));
        keycloak.choosesPassword(SITI);
        neverMarked();
        assertEquals(Told.NOBODY, make("samarinda", told(true, true)));
        assertEquals("own", keycloak.password(SITI));
        assertEquals(List.of("MAIL SETTLED 1 f"), outbox());
    }

    @Test
    void setsNoPasswordWhileTheMailServerIsAwayAndGivesUpAfterDays() throws SQLException {
        asks("t_samarinda", SITI, ADDRESS);
        asks("t_samarinda", BUDI, "budi@samarinda.example");
        catcher.close();
        assertEquals(new Told(0, 0, 2, 0), make("samarinda", told(true, false)));
        assertNull(keycloak.password(SITI));
        two.owner("update registry.outbox set queued_at = queued_at - interval '6 days'");
        itsTimeComes();
        make("samarinda", told(true, false));
        assertEquals(List.of("MAIL FAILED UNREACHABLE"), two.ask("select distinct channel || ' ' || state || ' ' ||"
                + " reason from registry.outbox where state = 'FAILED' and address is null"));
    }

    @Test
    void writesToNoAddressThatIsNone() throws SQLException {
        int person = 1;
        for (String address : List.of("siti", "a@b.example\r\nBcc: x@y.example", "a@b.example, c@d.example", "@b")) {
            two.owner("delete from registry.account_request", "delete from registry.outbox");
            asks("t_samarinda", "19860926201505100" + person++, address);
            assertEquals(new Told(0, 0, 0, 1), make("samarinda", told(true, true)), address);
            assertEquals(List.of("ADDRESS"), two.ask("select reason from registry.outbox"));
        }
        assertEquals(List.of(), catcher.mails());
    }

    @Test
    void tellsAgainWhenTheRegionAsksForItButNotTooOften() throws Exception {
        UUID siti = asks("t_samarinda", SITI, "wrong@samarinda.example");
        assertEquals("NO_ACCOUNT", again("t_samarinda", siti, ADDRESS));
        make("samarinda", told(true, false));
        assertEquals("TOO_OFTEN", again("t_samarinda", siti, ADDRESS));
        two.owner("update registry.outbox set queued_at = queued_at - interval '11 minutes'");
        assertEquals("NO_ACCOUNT", again("t_tubei", siti, ADDRESS), "another's person");
        assertNull(again("t_samarinda", siti, ADDRESS));
        assertEquals(new Told(1, 0, 0, 0), make("samarinda", told(true, false)));
        MimeMessage second = read(catcher.mails().get(1));
        assertEquals(ADDRESS, second.getAllRecipients()[0].toString());
        assertTrue(second.getContent().toString().contains(keycloak.password(SITI)));

        keycloak.choosesPassword(SITI);
        two.owner("update registry.outbox set queued_at = queued_at - interval '11 minutes'");
        assertNull(again("t_samarinda", siti, ADDRESS));
        make("samarinda", told(true, false));
        two.owner("update registry.outbox set queued_at = queued_at - interval '11 minutes'");
        assertEquals("SETTLED", again("t_samarinda", siti, ADDRESS));
        assertEquals("own", keycloak.password(SITI));
        assertEquals(List.of("MAIL SETTLED"), two.as("t_samarinda", connection -> TwoTenants.rows(connection,
                "select channel || ' ' || state from registry.own_accounts()")));
        assertEquals(List.of(), two.as("t_tubei", connection -> TwoTenants.rows(connection,
                "select state from registry.own_accounts()")));
    }

    @Test
    void invitesTheFirstAdminOfATenantByMail() throws Exception {
        two.as("t_tubei", connection -> Sql.update(connection, "delete from t_tubei.role_grant"));
        keycloak.user("admin.tubei").remove("credentials");
        admin.applyTenants(List.of(TenantFiles.parse("t", TwoTenants.TUBEI)), told(true, false), false);
        MimeMessage mail = onlyMail();
        assertEquals("bkpsdm@lebong.example", mail.getAllRecipients()[0].toString());
        assertTrue(mail.getContent().toString().contains(keycloak.password("admin.tubei")));
        assertTrue(said.contains("tubei: told of accounts: by mail: 1, by letter: 0, to be tried again: 0, failed: 0"),
                said::toString);
    }

    @Test
    void printsAndLogsNoNumberAddressOrPassword() throws SQLException {
        asks("t_samarinda", SITI, ADDRESS);
        asks("t_samarinda", BUDI, "no address");
        List<String> everything = Collections.synchronizedList(new ArrayList<>());
        Handler all = new Handler() {
            @Override
            public void publish(LogRecord record) {
                everything.add(record.getMessage() + " " + List.of(record.getParameters() == null ? new Object[0]
                        : record.getParameters()) + " " + record.getThrown());
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        all.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(all);
        Logger own = Logger.getLogger("id.capaian.admin");
        Level ownBefore = own.getLevel();
        own.setLevel(Level.ALL);
        try {
            catcher.refuse(1);
            everything.addAll(command("account", "apply", "samarinda", "--mail", "--trace"));
            itsTimeComes();
            everything.addAll(command("account", "apply", "samarinda", "--mail", "--trace"));
        } finally {
            root.removeHandler(all);
            root.setLevel(before);
            own.setLevel(ownBefore);
        }
        assertEquals(1, catcher.mails().size());
        for (String secret : List.of(SITI, BUDI, ADDRESS, "no address", keycloak.password(SITI), "secret-of-mail")) {
            assertFalse(everything.stream().anyMatch(line -> line.contains(secret)), everything::toString);
        }
        assertTrue(everything.contains(
                "samarinda: told of accounts: by mail: 1, by letter: 0, to be tried again: 0, failed: 0"),
                everything::toString);
    }

    private List<String> command(String... words) {
        Map<String, String> environment = new HashMap<>(two.environment(TwoTenants.CONFIG, keycloak));
        environment.putAll(Map.of("CAPAIAN_BASE_URL", "https://capaian.example", "CAPAIAN_MAIL_HOST", "127.0.0.1",
                "CAPAIAN_MAIL_PORT", Integer.toString(port), "CAPAIAN_MAIL_FROM", "Capaian <capaian@example.go.id>",
                "CAPAIAN_MAIL_TLS", "none", "CAPAIAN_MAIL_PASSWORD", "secret-of-mail"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(words, environment, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private FirstPasswords told(boolean mail, boolean letters) {
        MailServer server = new MailServer("127.0.0.1", port, null, null, "Capaian <capaian@example.go.id>",
                MailServer.Tls.NONE);
        return FirstPasswords.told(mail ? new Mailer(server, "https://capaian.example/") : null,
                letters ? new Letters(folder.resolve("letters"), "https://capaian.example") : null);
    }

    private Told make(String tenant, FirstPasswords passwords) {
        return admin.makeAccounts(tenant, passwords).told();
    }

    private MimeMessage onlyMail() throws IOException, MessagingException {
        assertEquals(1, catcher.mails().size());
        return read(catcher.mails().get(0));
    }

    private static MimeMessage read(Path mail) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(mail)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private String letters() throws IOException {
        try (var files = Files.list(folder.resolve("letters"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private static List<String> outbox() throws SQLException {
        return two.ask("select channel || ' ' || state || ' ' || attempts || ' ' ||"
                + " (sent_at is not null and address is null)::text::char(1) from registry.outbox order by 1");
    }

    private static void itsTimeComes() throws SQLException {
        two.owner("update registry.outbox set next_try_at = clock_timestamp() where state = 'WAITING'");
    }

    private static void neverMarked() throws SQLException {
        two.owner("update registry.outbox set state = 'WAITING', sent_at = null, address = '" + ADDRESS + "'");
    }

    /** Null when it was asked for, else why not. */
    private static String again(String schema, UUID employee, String address) throws SQLException {
        return two.as(schema, connection -> Sql.text(connection, "select registry.ask_invitation(?, ?)", employee,
                address).orElse(null));
    }

    private static UUID asks(String schema, String number, String email) throws SQLException {
        return people.asks(schema, number, email);
    }
}
