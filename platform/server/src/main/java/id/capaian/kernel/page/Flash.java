package id.capaian.kernel.page;

import jakarta.ws.rs.core.NewCookie;

/** A short message for the page after a redirect. The cookie holds the key of a text and nothing else. */
final class Flash {

    static final String COOKIE = "capaian-flash";
    private static final int SECONDS = 60;

    private Flash() {
    }

    static NewCookie keep(String key) {
        return cookie(key, SECONDS);
    }

    static NewCookie forget() {
        return cookie("", 0);
    }

    private static NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(COOKIE).value(value).path("/").maxAge(maxAge).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).build();
    }
}
