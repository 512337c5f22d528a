/**
 * Keycloak's admin calls that provisioning needs, and nothing else: organizations (one per tenant), accounts,
 * memberships, realm roles, governments' own identity
 * providers. Plain {@code java.net.http} and Jackson, no Jakarta, so that the command line program
 * {@code admin} and the local launcher can use it.
 *
 * <p>Start at {@link id.capaian.keycloak.admin.KeycloakAdmin}. Every call is idempotent: it looks before it acts and
 * takes "is there already" for success, because provisioning is repeated until it has succeeded. One instance may be
 * used by several threads at once; that is how a batch is made fast (Keycloak hashes passwords on its own side,
 * about 0.2 CPU seconds each, see {@link id.capaian.keycloak.admin.PreparedPassword}).
 *
 * <p>Two exceptions, kept apart on purpose: {@link id.capaian.keycloak.admin.KeycloakUnavailable} (try again later) and
 * {@link id.capaian.keycloak.admin.KeycloakRefused} (trying again will not help).
 *
 * <p>Rights of the service account: {@code manage-organizations}, {@code manage-users} and {@code
 * manage-identity-providers} of the client {@code realm-management}. Treat its secret like a realm administrator's.
 */
package id.capaian.keycloak.admin;
