package id.capaian.keycloak.signon;

import java.util.List;

/** What sign-on decided about a request. */
sealed interface Verdict {

    /** Goes on without anybody signed in. */
    record Pass() implements Verdict {

        static final Pass PASS = new Pass();
    }

    /**
     * Goes on as this caller.
     *
     * @param caller    who it is
     * @param setCookie value of a {@code Set-Cookie} header; null when the cookie stays as it is
     */
    record Admit(SignedOn caller, String setCookie) implements Verdict {
    }

    /**
     * Does not go on.
     *
     * @param status  HTTP status
     * @param headers headers to send
     * @param refusal what the body explains; null for a redirection
     */
    record Stop(int status, List<Header> headers, Refusal refusal) implements Verdict {

        static Stop refuse(int status, Refusal.Reason reason, Area area, List<Header> headers) {
            return new Stop(status, headers, new Refusal(status, reason, area));
        }
    }

    /** A header to send. */
    record Header(String name, String value) {
    }
}
