package id.capaian.keycloak.signon;

/**
 * Names, attributes and contents of the product's two kinds of cookie: the session of an area, and the short memory of
 * a sign-in under way.
 */
final class Cookies {

    /** Browsers refuse a cookie whose name and value are longer together. */
    static final int LIMIT = 4_096;
    /** So many sign-ins may be under way at once in one browser (tabs opened together); more push out the oldest. */
    private static final int SIGN_IN_SLOTS = 8;
    private static final int SIGN_IN_SECONDS = 600;

    private final Seal seal;
    private final boolean secure;
    private final String prefix;

    /**
     * @param secure true on https: cookies then carry {@code Secure} and the {@code __Host-} prefix, which browsers
     *               only accept from this very host
     */
    Cookies(Seal seal, boolean secure) {
        this.seal = seal;
        this.secure = secure;
        this.prefix = secure ? "__Host-capaian-" : "capaian-";
    }

    String sessionName(Area area) {
        return prefix + area.code();
    }

    /** The Set-Cookie header that keeps a session until the browser is closed. */
    String keep(Session session) {
        String name = sessionName(session.area());
        byte[] content = session.toBytes();
        if (name.length() + Seal.sealedLength(content.length) > LIMIT) {
            throw new IllegalStateException("the session does not fit into a cookie; Keycloak's refresh token has "
                    + session.refreshToken().length() + " characters: give client capaian-web fewer scopes");
        }
        return header(name, seal.seal(name, content), -1);
    }

    /** The Set-Cookie header that removes an area's session. */
    String forget(Area area) {
        return header(sessionName(area), "", 0);
    }

    /** The session in a cookie's value; null when it is none of ours, or of another area. */
    Session open(Area area, String value) {
        byte[] content = seal.open(sessionName(area), value);
        Session session = content == null ? null : Session.fromBytes(content);
        return session != null && session.area().equals(area) ? session : null;
    }

    /** Name of the cookie that remembers the sign-in with this state. */
    String signInName(String state) {
        return prefix + "masuk-" + Math.floorMod(state.hashCode(), SIGN_IN_SLOTS);
    }

    String keep(PendingSignIn pending) {
        String name = signInName(pending.state());
        return header(name, seal.seal(name, pending.toBytes()), SIGN_IN_SECONDS);
    }

    String forgetSignIn(String state) {
        return header(signInName(state), "", 0);
    }

    /** The sign-in under way in a cookie's value; null when it is none of ours, of another state, or too old. */
    PendingSignIn openSignIn(String state, String value, long now) {
        byte[] content = seal.open(signInName(state), value);
        PendingSignIn pending = content == null ? null : PendingSignIn.fromBytes(content);
        boolean good = pending != null && pending.state().equals(state)
                && now - pending.startedAt() <= SIGN_IN_SECONDS * 1_000L;
        return good ? pending : null;
    }

    private String header(String name, String value, int maxAge) {
        StringBuilder header = new StringBuilder(name.length() + value.length() + 64)
                .append(name).append('=').append(value).append("; Path=/; HttpOnly; SameSite=Lax");
        if (secure) {
            header.append("; Secure");
        }
        if (maxAge >= 0) {
            header.append("; Max-Age=").append(maxAge);
        }
        return header.toString();
    }
}
