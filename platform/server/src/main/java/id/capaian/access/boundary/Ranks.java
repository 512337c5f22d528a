package id.capaian.access.boundary;

import id.capaian.kernel.crowd.Rank;
import id.capaian.keycloak.signon.Area;

/** How much it matters that a request is answered now, and for what it will wait longest. */
final class Ranks {

    /** Header of RFC 9218: a program that calls in the background says {@code u=6} or {@code u=7}. */
    static final String PRIORITY = "Priority";

    /** The way back from Keycloak, and what else asks it or is asked by it. */
    private static final String SIGN_IN = "/sign-in/";
    private static final String SIGN_OUT = "/keluar";

    private Ranks() {
    }

    /**
     * The rank of a request.
     *
     * @param line     the line it waits in
     * @param priority what it says of itself; null for nothing
     */
    static Rank of(String method, String path, String line, String priority) {
        if (isBackground(priority) || isFile(method, path) || reads(method) && line.equals(Area.NATIONAL.code())) {
            return Rank.BACKGROUND;
        }
        return reads(method) ? Rank.READ : Rank.WRITE;
    }

    /**
     * Whether a request waits for somebody outside longer than it works: for a telephone that takes a file, or for
     * Keycloak to say who comes back from there or to end a session.
     */
    static boolean isSlow(String method, String path) {
        return isFile(method, path) || path.startsWith(SIGN_IN) || path.endsWith(SIGN_OUT);
    }

    private static boolean isFile(String method, String path) {
        return reads(method) && (path.endsWith("/unduh") || path.endsWith("/lembar") || path.contains("/bukti/"));
    }

    /** Has no body that anybody here would read. */
    static boolean reads(String method) {
        return "GET".equals(method) || "HEAD".equals(method) || "OPTIONS".equals(method);
    }

    private static boolean isBackground(String priority) {
        return priority != null && (priority.contains("u=7") || priority.contains("u=6"));
    }
}
