package id.capaian.access.boundary;

import id.capaian.access.RoleGrantView;
import id.capaian.access.control.ReadMine;
import id.capaian.kernel.audit.AccessRecord;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.page.Fact;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Texts;
import id.capaian.people.Person;
import id.capaian.people.Placement;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One's own page (Saya): what is known about me, what I may do, who has looked. */
@Path("/{tenant}/saya")
@ApplicationScoped
public class MinePages {

    private final ReadMine readMine;
    private final Caller caller;
    private final Texts texts;
    private final Pages pages;

    MinePages() {
        this(null, null, null, null);
    }

    @Inject
    MinePages(ReadMine readMine, Caller caller, Texts texts, Pages pages) {
        this.readMine = readMine;
        this.caller = caller;
        this.texts = texts;
        this.pages = pages;
    }

    /** Everybody who is signed on to the tenant. */
    @GET
    @PermitAll
    public Response show() {
        ReadMine.Mine mine = readMine.read();
        Shell shell = pages.shell();
        return pages.page("access/mine", new MineView(mine.person().map(person -> facts(person, mine.placements(), shell))
                .orElse(List.of()), roles(mine.granted(), shell), mine.looks().stream().map(look -> look(mine, look)).toList()));
    }

    private static List<Fact> facts(Person person, List<Placement> placements, Shell shell) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(shell.t("access.mine.name"), person.displayName()));
        if (person.civilNumber() != null) {
            facts.add(new Fact(shell.t("access.mine.number"), person.civilNumber().value()));
        }
        if (person.nrp() != null) {
            facts.add(new Fact(shell.t("access.mine.nrp"), person.nrp()));
        }
        facts.add(new Fact(shell.t("access.mine.employment"), shell.t("access.employment." + person.employment())));
        if (person.rankGrade() != null) {
            facts.add(new Fact(shell.t("access.mine.rank"), person.rankGrade()));
        }
        placements.forEach(placement -> facts.add(new Fact(shell.t("access.placement." + placement.kind()),
                shell.t("access.mine.placement", placement.positionName(), placement.orgUnitName(),
                        shell.date(placement.from())))));
        return facts;
    }

    /** Roles as sign-on knows them, those granted for a unit with its name. */
    private List<Fact> roles(List<RoleGrantView> granted, Shell shell) {
        List<Fact> roles = new ArrayList<>();
        for (String role : new TreeSet<>(caller.roles())) {
            String units = String.join(", ", granted.stream().filter(grant -> grant.role().equals(role)
                    && grant.unitName() != null).map(RoleGrantView::unitName).toList());
            roles.add(new Fact(shell.t("access.role." + role), units.isEmpty() ? shell.t("access.role." + role + ".what")
                    : shell.t("access.role." + role + ".what") + " " + shell.t("access.mine.for", units)));
        }
        return roles;
    }

    private MineView.Look look(ReadMine.Mine mine, AccessRecord record) {
        Person reader = record.employeeId() == null ? null : mine.readers().get(record.employeeId());
        String purpose = texts.has(record.purpose()) ? pages.text(record.purpose()) : pages.text("access.mine.purpose.other");
        return new MineView.Look(record.readAt(), reader == null ? pages.text("access.mine.reader.admin") : reader.displayName(),
                purpose);
    }
}
