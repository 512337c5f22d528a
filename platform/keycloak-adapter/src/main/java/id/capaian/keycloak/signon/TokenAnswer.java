package id.capaian.keycloak.signon;

/** What Keycloak's token endpoint had to say. Unreachable and refused are never mixed up. */
sealed interface TokenAnswer {

    /**
     * Tokens.
     *
     * @param accessToken  access token, used once to learn who it is, then dropped
     * @param refreshToken refresh token, kept in the sealed cookie
     * @param seconds      life of the access token
     */
    record Granted(String accessToken, String refreshToken, long seconds) implements TokenAnswer {

        /** Nothing: both are secret. */
        @Override
        public String toString() {
            return "Granted[…]";
        }
    }

    /**
     * Keycloak said no (400 {@code invalid_grant}): the session is over.
     *
     * @param reason Keycloak's description
     */
    record Refused(String reason) implements TokenAnswer {
    }

    /** No answer, a late one, 5xx, or one that says nothing about this person (our own secret is wrong, say). */
    record Unreachable() implements TokenAnswer {
    }
}
