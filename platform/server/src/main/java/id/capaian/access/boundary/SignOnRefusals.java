package id.capaian.access.boundary;

import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.page.VisitFilter;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemAnswers;
import id.capaian.keycloak.signon.Refusal;
import id.capaian.keycloak.signon.RefusalPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;

/** Says in words why sign-on let a request in no further: such a request never reaches the REST layer. */
@ApplicationScoped
public class SignOnRefusals implements RefusalPages {

    private final ProblemAnswers answers;
    private final Visit visit;

    SignOnRefusals() {
        this(null, null);
    }

    @Inject
    SignOnRefusals(ProblemAnswers answers, Visit visit) {
        this.answers = answers;
        this.visit = visit;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        visit.stoppedAt(request.getMethod(), request.getRequestURI(), request.getQueryString(),
                language(request.getCookies()), request.getHeader(HttpHeaders.ACCEPT));
        if (refusal.area() != null) {
            visit.inArea("/" + refusal.area().code(), null, null);
        }
        Response answer = answers.answer(problem(refusal));
        response.setContentType(answer.getMediaType().toString());
        response.getOutputStream().write(answer.getEntity() instanceof byte[] page ? page
                : Json.mapper().writeValueAsBytes(answer.getEntity()));
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal.reason()) {
            case NOT_SIGNED_ON -> Problem.NOT_SIGNED_ON;
            case OTHER_AREA -> Problem.FORBIDDEN;
            case KEYCLOAK_AWAY -> Problem.SIGN_IN_UNAVAILABLE;
            case ROLES_AWAY -> Problem.TOO_BUSY;
            case MALFORMED -> Problem.NOT_FOUND;
        };
    }

    private static String language(Cookie[] cookies) {
        return cookies == null ? null : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(VisitFilter.COOKIE))
                .map(Cookie::getValue).findFirst().orElse(null);
    }
}
