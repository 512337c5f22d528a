package id.capaian.keycloak.signon;

import java.util.List;

/** How a sign-in ended when the browser came back from Keycloak. */
public sealed interface SignInOutcome {

    /**
     * Signed in.
     *
     * @param redirection to the page that was wanted, with the session's cookie
     */
    record SignedIn(Redirection redirection) implements SignInOutcome {
    }

    /**
     * Not signed in; show a page that says why and offers to try again at {@link Area#home()}. Never redirect by
     * itself: with cookies blocked that would go round for ever.
     *
     * @param area       where it was tried; null when not even that is known
     * @param reason     why
     * @param setCookies values for {@code Set-Cookie} headers, to be sent as they are
     */
    record Failed(Area area, Reason reason, List<String> setCookies) implements SignInOutcome {

        /** Takes a copy of the cookies. */
        public Failed {
            setCookies = List.copyOf(setCookies);
        }
    }

    /** Why a sign-in failed. */
    enum Reason {
        /** Took too long, was done twice, or the browser keeps no cookies: start again (400). */
        STALE,
        /** The person gave up at Keycloak, or Keycloak said no (403). */
        DENIED,
        /** The account exists but does not belong to this area (403); offer to sign in with another account. */
        NOT_ADMITTED,
        /** Keycloak or the database could not be asked: try again later (503). */
        UNAVAILABLE
    }
}
