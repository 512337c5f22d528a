package id.capaian.registry.control;

import id.capaian.kernel.page.Texts;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.keycloak.signon.Area;
import id.capaian.registry.entity.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of each field of an opening what is wrong with it and what to do, in the reader's language. */
@ApplicationScoped
class OpeningCheck {

    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]{1,29}");
    /** A number, or the name of an office account, as tenants-config has it. */
    private static final Pattern USERNAME = Pattern.compile("[0-9]{18}|[a-z][a-z0-9.-]{2,40}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST = 120;
    /** The page on which a government is opened stands where pages of governments do. */
    private static final String PAGE = "baru";

    private final Texts texts;
    private final Visit visit;

    OpeningCheck() {
        this(null, null);
    }

    @Inject
    OpeningCheck(Texts texts, Visit visit) {
        this.texts = texts;
        this.visit = visit;
    }

    /**
     * Everything that is wrong, in the order of the form.
     *
     * @param government the one named; empty when there is none with that code
     * @param standing   of the tenant whose code was typed
     * @param staged     packs that can be offered
     */
    List<FieldProblem> wrong(Opening opening, Optional<Government> government, Standing standing,
            List<StagedPack> staged) {
        List<FieldProblem> wrong = new ArrayList<>();
        checkGovernment(opening, government, wrong);
        // Without a government there is nothing to propose a code for: one message is enough.
        if (government.isPresent() || !opening.code().isEmpty()) {
            checkCode(opening.code(), standing, wrong);
        }
        if (!USERNAME.matcher(opening.adminUsername()).matches()) {
            wrong.add(field("adminUsername", "username"));
        }
        int name = opening.adminName().length();
        if (name < SHORTEST_NAME || name > LONGEST) {
            wrong.add(field("adminName", "name"));
        }
        if (!EMAIL.matcher(opening.adminEmail()).matches() || opening.adminEmail().length() > LONGEST) {
            wrong.add(field("adminEmail", "email"));
        }
        Set<String> known = staged.stream().map(StagedPack::packId).collect(Collectors.toSet());
        opening.packs().stream().filter(pack -> !known.contains(pack)).findFirst()
                .ifPresent(pack -> wrong.add(field("packs", "pack", pack)));
        return wrong;
    }

    private void checkGovernment(Opening opening, Optional<Government> government, List<FieldProblem> wrong) {
        if (government.isEmpty()) {
            wrong.add(field("governmentCode", "government", opening.governmentCode()));
        } else if (government.get().tenant() != null) {
            wrong.add(field("governmentCode", "open", government.get().name(), government.get().tenant()));
        }
    }

    private void checkCode(String code, Standing standing, List<FieldProblem> wrong) {
        if (!CODE.matcher(code).matches()) {
            wrong.add(field("code", "code"));
        } else if (Area.RESERVED.contains(code) || code.equals(PAGE)) {
            wrong.add(field("code", "reserved", code));
        } else if (standing != Standing.NONE) {
            wrong.add(field("code", standing == Standing.DROPPED ? "dropped" : "taken", code));
        }
    }

    /** The problem of a tenant's code that was not typed again, or wrongly. */
    ProblemException confirmation(String code) {
        return ProblemException.ofFields(Problem.INVALID_INPUT, List.of(field("confirmation", "confirmation", code)));
    }

    private FieldProblem field(String field, String what, Object... arguments) {
        return new FieldProblem(field, texts.text(visit.language(), "operator.wrong." + what, arguments));
    }
}
