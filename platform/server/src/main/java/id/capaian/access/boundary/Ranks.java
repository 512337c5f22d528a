package id.capaian.access.boundary;

import id.capaian.kernel.crowd.Rank;
import id.capaian.keycloak.signon.Area;

/** How much it matters that a request is answered now. */
final class Ranks {

    /** Header of RFC 9218: a program that calls in the background says {@code u=6} or {@code u=7}. */
    static final String PRIORITY = "Priority";

    private static final String DOWNLOAD = "/unduh";

    private Ranks() {
    }

    /**
     * The rank of a request.
     *
     * @param line     the line it waits in
     * @param priority what it says of itself; null for nothing
     */
    static Rank of(String method, String path, String line, String priority) {
        boolean reads = "GET".equals(method) || "HEAD".equals(method) || "OPTIONS".equals(method);
        if (isBackground(priority) || reads && (path.endsWith(DOWNLOAD) || line.equals(Area.NATIONAL.code()))) {
            return Rank.BACKGROUND;
        }
        return reads ? Rank.READ : Rank.WRITE;
    }

    private static boolean isBackground(String priority) {
        return priority != null && (priority.contains("u=7") || priority.contains("u=6"));
    }
}
