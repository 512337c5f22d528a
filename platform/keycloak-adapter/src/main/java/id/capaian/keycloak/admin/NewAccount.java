package id.capaian.keycloak.admin;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An account to be made.
 *
 * @param username   NIP or NI PPPK
 * @param name       full name as it is written; Indonesian names have no given and family part, so Keycloak's first
 *                   name holds all of it
 * @param email      address, or null when the person has none on record
 * @param attributes attributes the realm's user profile admits; never null, mostly empty
 * @param password   first password, or null when the account only signs in through a brokered identity provider
 */
public record NewAccount(String username, String name, String email, Map<String, List<String>> attributes,
                         FirstPassword password) {

    /** Takes a copy of the attributes; username and name are required. */
    public NewAccount {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(name, "name");
        attributes = Map.copyOf(attributes);
    }

    /** An account without e-mail address and attributes. */
    public static NewAccount of(String username, String name, FirstPassword password) {
        return new NewAccount(username, name, null, Map.of(), password);
    }

    /** Without the password and the number, so that a log line that prints it gives nothing away. */
    @Override
    public String toString() {
        return "NewAccount[…]";
    }
}
