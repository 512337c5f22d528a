package id.capaian.access.boundary;

import id.capaian.kernel.crowd.Verdict;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.page.VisitFilter;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.RetryAfter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to who finds no room: a problem for programs, a page for people, each made once for each language, since
 * it is given when there is least time for it. What was sent has changed nothing.
 */
@ApplicationScoped
class FullHouse {

    private static final String ENGLISH_CHOSEN = VisitFilter.COOKIE + "=en";

    private final Map<Kind, byte[]> made = new HashMap<>();

    /** Who is answered how. */
    private enum Reader { PROGRAM, ASKING, SENDING }

    private record Kind(Verdict verdict, Language language, Reader reader) {
    }

    FullHouse() {
    }

    @Inject
    FullHouse(Texts texts) {
        for (Verdict verdict : new Verdict[] {Verdict.LINE_FULL, Verdict.NODE_FULL}) {
            for (Language language : Language.values()) {
                made.put(new Kind(verdict, language, Reader.PROGRAM), problem(texts, language, verdict.problem()));
                made.put(new Kind(verdict, language, Reader.ASKING), page(texts, language, verdict.problem(),
                        "<a href=\"\">" + texts.text(language, "problem.retry") + "</a>"));
                made.put(new Kind(verdict, language, Reader.SENDING), page(texts, language, verdict.problem(),
                        texts.text(language, "problem.resend")));
            }
        }
    }

    /** Answers 429, and whether the own tenant's share is used up or the node is full: the container hangs up after a 503. */
    void write(HttpServletRequest request, HttpServletResponse response, Verdict verdict) throws IOException {
        boolean api = request.getRequestURI().startsWith("/api/");
        boolean machine = Visit.isForMachine(request.getRequestURI(), request.getHeader(HttpHeaders.ACCEPT));
        Reader reader = machine ? Reader.PROGRAM : Ranks.reads(request.getMethod()) ? Reader.ASKING : Reader.SENDING;
        byte[] body = made.get(new Kind(verdict, language(request, api), reader));
        response.setStatus(verdict.problem().status());
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RetryAfter.seconds(verdict.problem())));
        response.setContentType(machine ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** As {@link VisitFilter} finds it, read from the headers as they came. */
    private static Language language(HttpServletRequest request, boolean api) {
        String cookies = request.getHeader(HttpHeaders.COOKIE);
        if (cookies != null && cookies.contains(VisitFilter.COOKIE)) {
            return cookies.contains(ENGLISH_CHOSEN) ? Language.EN : Language.ID;
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return api && accepted != null && accepted.startsWith(Language.EN.tag()) ? Language.EN : Language.ID;
    }

    private static byte[] problem(Texts texts, Language language, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + problem.slug());
        body.put("title", texts.text(language, key(problem, "title")));
        body.put("status", problem.status());
        body.put("detail", texts.text(language, key(problem, "detail")));
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }

    /** Without style and script: asking for those would find no room either. What was sent goes again by reloading only. */
    private static byte[] page(Texts texts, Language language, Problem problem, String then) {
        String title = texts.text(language, key(problem, "title"));
        return ("<!DOCTYPE html><html lang=\"" + language.tag() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + "</title></head><body><main><h1>" + title + "</h1><p>" + texts.text(language, key(problem, "detail")) + "</p><p>"
                + then + "</p></main></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String key(Problem problem, String part) {
        return "problem." + problem.slug() + "." + part;
    }
}
