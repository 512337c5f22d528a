package id.capaian.kernel.problem;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.ProblemView;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.page.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers with a problem: JSON for programs, a page for people. */
@ApplicationScoped
public class ProblemAnswers {

    private static final String JSON = "application/problem+json";

    private final Pages pages;
    private final Texts texts;
    private final Caller caller;
    private final Visit visit;

    ProblemAnswers() {
        this(null, null, null, null);
    }

    @Inject
    ProblemAnswers(Pages pages, Texts texts, Caller caller, Visit visit) {
        this.pages = pages;
        this.texts = texts;
        this.caller = caller;
        this.visit = visit;
    }

    /** The answer to a problem whose text has no places. */
    public Response answer(Problem problem) {
        return answer(Finding.of(problem));
    }

    Response answer(Finding finding) {
        Response answer = visit.isForMachine() ? forMachine(finding) : forPeople(finding);
        Problem problem = finding.problem();
        return !RetryAfter.isFor(problem) ? answer : Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(problem)).build();
    }

    private Response forMachine(Finding finding) {
        Problem problem = finding.problem();
        List<FieldProblem> fields = finding.fields().isEmpty() ? null : finding.fields();
        var body = new ProblemBody("/problems/" + problem.slug(), title(problem), problem.status(), detail(finding),
                visit.path(), caller.requestId(), fields);
        return Response.status(problem.status()).type(JSON).entity(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private Response forPeople(Finding finding) {
        Problem problem = finding.problem();
        boolean again = RetryAfter.isFor(problem);
        boolean signIn = problem == Problem.NOT_SIGNED_ON;
        // What was sent goes out once more when the page is reloaded, with the same key; a link would only ask for it.
        String href = again ? visit.again().orElse(null) : visit.base() + "/";
        String label = pages.text(href == null ? "problem.resend" : again ? "problem.retry"
                : signIn ? "problem.sign-in" : "problem.back");
        return pages.page(problem.status(), "kernel/problem", new ProblemView(title(problem), detail(finding),
                finding.fields(), href, label, caller.requestId()));
    }

    private String title(Problem problem) {
        return pages.text("problem." + problem.slug() + ".title");
    }

    /** Some problems can say more when they know more. */
    private String detail(Finding finding) {
        String plain = "problem." + finding.problem().slug() + ".detail";
        boolean more = !finding.arguments().isEmpty() && texts.has(plain + "-with");
        return pages.text(more ? plain + "-with" : plain, finding.arguments().stream()
                .map(argument -> argument instanceof TextKey text ? pages.text(text.key()) : argument).toArray());
    }
}
