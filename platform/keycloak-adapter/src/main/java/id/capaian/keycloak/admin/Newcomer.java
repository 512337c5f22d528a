package id.capaian.keycloak.admin;

/**
 * An account whose owner may have to be told of it.
 *
 * @param username       NIP or NI PPPK; personal data, never to be logged
 * @param name           full name
 * @param hasOwnPassword true when there is a password that its owner chose, or was not asked to change
 */
public record Newcomer(String username, String name, boolean hasOwnPassword) {

    /** Without the number and the name. */
    @Override
    public String toString() {
        return "Newcomer[…]";
    }
}
