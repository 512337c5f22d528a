package id.capaian.kernel.page;

import id.capaian.kernel.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;

/** Makes answers for people: pages and the redirects between them. */
@ApplicationScoped
public class Pages {

    private static final String HTML = "text/html; charset=utf-8";
    private static final int SEE_OTHER = 303;
    private static final int UNPROCESSABLE = 422;

    private final Templates templates;
    private final Texts texts;
    private final Assets assets;
    private final Caller caller;
    private final Visit visit;
    private final Instance<MenuSource> menus;

    Pages() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Pages(Templates templates, Texts texts, Assets assets, Caller caller, Visit visit,
            Instance<MenuSource> menus) {
        this.templates = templates;
        this.texts = texts;
        this.assets = assets;
        this.caller = caller;
        this.visit = visit;
        this.menus = menus;
    }

    /**
     * A page, 200.
     *
     * @param template name without ending, e.g. {@code progress/list}
     * @param view     the template's {@code view}; null when it takes none
     */
    public Response page(String template, Object view) {
        return page(Response.Status.OK.getStatusCode(), template, view);
    }

    /** A form shown again with its messages and everything the reader had typed, 422. */
    public Response again(String template, Object view) {
        return page(UNPROCESSABLE, template, view);
    }

    /** A page with another status. */
    public Response page(int status, String template, Object view) {
        var answer = Response.status(status).entity(templates.render(template, shell(), view)).type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        visit.flashKey().ifPresent(key -> answer.cookie(Flash.forget()));
        return answer.build();
    }

    /**
     * Leads on after a form was taken (303).
     *
     * @param path     whole path on this server, e.g. what {@link #here} gives
     * @param flashKey key of the message the next page shows; null for none
     */
    public Response seeOther(String path, String flashKey) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a path on this server: " + path);
        }
        var answer = Response.status(SEE_OTHER).header(HttpHeaders.LOCATION, path);
        return (flashKey == null ? answer : answer.cookie(Flash.keep(flashKey))).build();
    }

    /** Path below the area addressed: {@code here("/progres")} is {@code /samarinda/progres}. */
    public String here(String below) {
        return visit.base() + below;
    }

    /** The text of that key in the reader's language, for messages made in Java. */
    public String text(String key, Object... arguments) {
        return texts.text(visit.language(), key, arguments);
    }

    /** The shell of this request's page. */
    public Shell shell() {
        // A visitor of public pages carries no form token; a person who is signed on always does.
        String name = visit.formToken().isEmpty() ? null : caller.displayName();
        return new Shell(texts, assets, new Look(visit.language(), visit.zone(), visit.path(), visit.switchHref(),
                visit.base(), visit.tenantName().orElse(null), name, caller.roles(), menu(name), visit.formToken(),
                visit.flashKey().orElse(null)));
    }

    private List<MenuItem> menu(String callerName) {
        if (visit.tenantName().isEmpty() || callerName == null) {
            return List.of();
        }
        return menus.stream().flatMap(source -> source.entries().stream())
                .filter(entry -> entry.roles().isEmpty() || entry.roles().stream().anyMatch(caller::has))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .map(entry -> item(visit.base(), entry)).toList();
    }

    private MenuItem item(String base, MenuEntry entry) {
        String href = base + (entry.path().isEmpty() ? "/" : entry.path());
        String path = visit.path();
        boolean current = entry.path().isEmpty() ? path.equals(base) || path.equals(href)
                : path.equals(href) || path.startsWith(href + "/");
        return new MenuItem(text(entry.textKey()), href, current, entry.inBar());
    }
}
