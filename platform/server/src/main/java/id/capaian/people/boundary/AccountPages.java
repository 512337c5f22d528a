package id.capaian.people.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Turn;
import id.capaian.people.control.AccountState;
import id.capaian.people.control.InviteAgain;
import id.capaian.people.control.ReadAccounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;

/** Where the regional admin sees how far people's accounts are, and has somebody told once more. */
@Path("/{tenant}/akun")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AccountPages {

    private static final String PAGE = "people/accounts";
    private static final String HERE = "/akun";
    private static final int ROWS = 50;
    private static final int CONFLICT = 409;

    private final ReadAccounts readAccounts;
    private final InviteAgain inviteAgain;
    private final Pages pages;

    AccountPages() {
        this(null, null, null);
    }

    @Inject
    AccountPages(ReadAccounts readAccounts, InviteAgain inviteAgain, Pages pages) {
        this.readAccounts = readAccounts;
        this.inviteAgain = inviteAgain;
        this.pages = pages;
    }

    /** @param first how many people of the list come before this page */
    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show(@QueryParam("dari") @DefaultValue("0") int first) {
        return pages.page(PAGE, view(Math.max(0, first), null));
    }

    @POST
    @Path("/{employee}/kirim-lagi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response invite(@PathParam("employee") UUID employeeId) {
        InviteAgain.Answer answer = inviteAgain.invite(employeeId);
        return answer == InviteAgain.Answer.ASKED ? pages.seeOther(pages.here(HERE), "people.accounts.asked")
                : pages.page(CONFLICT, PAGE, view(0, answer.name()));
    }

    private AccountsView view(int first, String refused) {
        Map<AccountState.Stage, Integer> counts = readAccounts.counts();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new AccountsView(counts, readAccounts.page(first, ROWS), all <= ROWS ? null : turn(first, all), refused);
    }

    private Turn turn(int first, int all) {
        int last = Math.min(first + ROWS, all);
        return new Turn(first == 0 ? null : from(Math.max(0, first - ROWS)), last == all ? null : from(last),
                pages.text("people.accounts.turn", Math.min(first + 1, all), last, all));
    }

    private String from(int first) {
        return pages.here(HERE) + "?dari=" + first;
    }
}
