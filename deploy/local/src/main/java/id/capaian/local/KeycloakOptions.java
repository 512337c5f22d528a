package id.capaian.local;

import java.nio.file.Path;

/**
 * How a Keycloak of our own is started.
 *
 * @param state the state folder: records, logs, secrets
 * @param distribution the distribution, a zip file out of Maven
 * @param unpacked holds the unpacked distribution, built once; may be shared
 * @param port HTTP port on the loopback address
 * @param managementPort health port on the loopback address
 * @param databaseUrl JDBC address of Keycloak's database
 * @param databasePassword password of the login {@code keycloak}
 * @param realm what the realm {@code capaian} is made of when it is not there yet
 */
public record KeycloakOptions(Path state, Path distribution, Path unpacked, int port, int managementPort,
        String databaseUrl, String databasePassword, RealmOptions realm) {

    /** The public address; tokens carry it as issuer, so it is this one, never 127.0.0.1. */
    public String url() {
        return "http://localhost:" + port;
    }
}
