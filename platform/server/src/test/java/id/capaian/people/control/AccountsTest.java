package id.capaian.people.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far accounts are, and telling somebody once more, on a real database with two tenants. */
class AccountsTest {

    private static final String PEOPLE = "nip;nama;status;golongan;tanggal_lahir;jenis_kelamin;surel\n";

    private final Slice slice = Slice.ofTwoTenants();
    private final String name = "Siti " + UUID.randomUUID();

    @Test
    void followsAnAccountFromTheImportToTheFirstPassword() throws SQLException {
        String number = Imports.number();
        for (String tenant : List.of("samarinda", "tubei")) {
            Imports.take(slice, tenant, "people", PEOPLE
                    + "%s;%s;PNS;III/a;1986-09-26;P;siti@example.go.id\n".formatted(number, name));
        }
        assertEquals("ASKED MAIL", told("samarinda"));
        owner("update registry.account_request set problem = 'foreign' where tenant = 'samarinda'");
        assertEquals("STUCK MAIL", told("samarinda"));
        assertEquals(InviteAgain.Answer.NO_ACCOUNT, again("samarinda"));
        owner("update registry.account_request set made_at = now(), subject = employee_id::text, username = null,"
                + " display_name = null, email = null, problem = null where tenant = 'samarinda' and made_at is null");
        assertEquals("MADE null", told("samarinda"));
        assertEquals(InviteAgain.Answer.ASKED, again("samarinda"));
        assertEquals("WAITING MAIL", told("samarinda"));
        assertEquals(InviteAgain.Answer.TOO_OFTEN, again("samarinda"));
        owner("update registry.outbox set state = 'SENT', sent_at = now(), address = null,"
                + " queued_at = queued_at - interval '1 hour'");
        assertEquals("TOLD MAIL", told("samarinda"));
        owner("update registry.outbox set state = 'SETTLED', sent_at = null");
        assertEquals("SIGNED_IN MAIL", told("samarinda"));
        assertEquals(InviteAgain.Answer.SETTLED, again("samarinda"));
        assertEquals("ASKED MAIL", told("tubei"));
    }

    @Test
    void tellsNobodyOfAnotherTenant() {
        String number = Imports.number();
        Imports.take(slice, "samarinda", "people", PEOPLE
                + "%s;%s;PNS;III/a;1986-09-26;P;\n".formatted(number, name));
        UUID siti = state("samarinda").employeeId();
        assertEquals("ASKED LETTER", told("samarinda"));
        ProblemException refused = assertThrows(ProblemException.class, () -> Imports.in(slice, "tubei",
                wiring -> wiring.get(InviteAgain.class).invite(siti)));
        assertEquals(Problem.NOT_FOUND, refused.problem());
    }

    private InviteAgain.Answer again(String tenant) {
        UUID employee = state(tenant).employeeId();
        return Imports.in(slice, tenant, wiring -> wiring.get(InviteAgain.class).invite(employee));
    }

    private String told(String tenant) {
        AccountState state = state(tenant);
        int counted = Imports.in(slice, tenant, wiring -> wiring.get(ReadAccounts.class).counts())
                .getOrDefault(state.stage(), 0);
        assertTrue(counted >= 1, "counted, too");
        return state.stage() + " " + state.channel();
    }

    private AccountState state(String tenant) {
        return Imports.in(slice, tenant, wiring -> wiring.get(ReadAccounts.class).page(0, 10_000)).stream()
                .filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private void owner(String sql) throws SQLException {
        try (Connection owner = slice.connect("p_owner"); Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
