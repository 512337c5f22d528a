package id.capaian.kernel.page;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an answer must know of the request besides its caller. The kernel's own filter says path and language,
 * {@code access} adds the area addressed and the form token. Injected; {@link VisitSource} makes it.
 */
public class Visit {

    /** Where no tenant is addressed, times are those of the capital. */
    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private String path = "/";
    private Supplier<String> again = () -> "/";
    private Supplier<String> switchHref = () -> "/";
    private Language language = Language.ID;
    private String flashKey;
    private boolean machine;
    private String base = "";
    private String tenantName;
    private ZoneId zone = CAPITAL;
    private Supplier<String> formToken = () -> "";

    /**
     * For a request that never reaches the REST layer: what it asked for, and in which language the reader reads.
     *
     * @param query as it came; null without one
     */
    public void stoppedAt(String method, String path, String query, String languageTag, String accept) {
        at(path, () -> again(method, path, query), () -> path, Language.of(languageTag), null,
                isForMachine(path, accept));
    }

    /** Called once per request, before anything else; what only a page needs is worked out when a page asks. */
    void at(String path, Supplier<String> again, Supplier<String> switchHref, Language language, String flashKey,
            boolean machine) {
        this.path = path;
        this.again = again;
        this.switchHref = switchHref;
        this.language = language;
        this.flashKey = flashKey;
        this.machine = machine;
    }

    /**
     * Called by {@code access} when the address names a tenant, the national or the operator's area.
     *
     * @param base       what its addresses begin with, e.g. {@code /samarinda}
     * @param tenantName name of the tenant; null in the two other areas
     * @param zone       zone of its times; null for that of the capital
     */
    public void inArea(String base, String tenantName, ZoneId zone) {
        this.base = base;
        this.tenantName = tenantName;
        this.zone = zone == null ? CAPITAL : zone;
    }

    /** Called by {@code access} for a person who is signed on; the token is made when a page asks for it. */
    public void carriesFormToken(Supplier<String> formToken) {
        this.formToken = formToken;
    }

    /** A link to the same page; null for what was sent, since its address may not answer who only asks for it. */
    static String again(String method, String path, String query) {
        return !"GET".equals(method) ? null : query == null ? path : path + '?' + query;
    }

    /** Programs address {@code /api/}, or ask for JSON and for no page. */
    public static boolean isForMachine(String path, String accept) {
        return path.startsWith("/api/") || accept != null && accept.contains("json") && !accept.contains("html");
    }

    public String path() {
        return path;
    }

    /** Address that asks for the same once more; empty where something was sent, which only the browser can send again. */
    public Optional<String> again() {
        return Optional.ofNullable(again.get());
    }

    /** Address of this page in the other language. */
    public String switchHref() {
        return switchHref.get();
    }

    public Language language() {
        return language;
    }

    /** Whether the answer is for a program: problems are JSON then, and pages otherwise. */
    public boolean isForMachine() {
        return machine;
    }

    /** What addresses of the area begin with; empty outside areas. */
    public String base() {
        return base;
    }

    public ZoneId zone() {
        return zone;
    }

    String formToken() {
        return formToken.get();
    }

    Optional<String> flashKey() {
        return Optional.ofNullable(flashKey);
    }

    Optional<String> tenantName() {
        return Optional.ofNullable(tenantName);
    }
}
