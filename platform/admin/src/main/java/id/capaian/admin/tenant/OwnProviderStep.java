package id.capaian.admin.tenant;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Sql;
import id.capaian.keycloak.admin.IdentityProvider;
import id.capaian.keycloak.admin.KeycloakAdmin;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A government's own identity provider; part of its organization. The registry knows what was applied last. */
final class OwnProviderStep {

    private final KeycloakAdmin keycloak;
    private final Path secrets;

    /** @param secrets folder with a file a tenant, named by its code, or null when there is none */
    OwnProviderStep(KeycloakAdmin keycloak, Path secrets) {
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
        Optional<String> applied = Sql.text(connection,
                "select fingerprint from registry.identity_provider where tenant = ?", tenant.code());
        if (tenant.identityProvider() == null) {
            return applied.isEmpty() ? List.of() : List.of("take away its own identity provider");
        }
        return applied.equals(Optional.of(fingerprint(wanted(tenant)))) ? List.of()
                : List.of("set up its own identity provider");
    }

    void act(Connection connection, TenantConfig tenant, String organizationId) throws SQLException {
        if (missing(connection, tenant).isEmpty()) {
            return;
        }
        if (tenant.identityProvider() == null) {
            keycloak.identityProviders().remove(tenant.code());
            Sql.update(connection, "update registry.account_request set linked_at = null where tenant = ?",
                    tenant.code());
            Sql.update(connection, "delete from registry.identity_provider where tenant = ?", tenant.code());
            return;
        }
        IdentityProvider wanted = wanted(tenant);
        keycloak.identityProviders().ensure(organizationId, wanted);
        Sql.update(connection, "insert into registry.identity_provider (tenant, fingerprint, applied_at)"
                + " values (?, ?, clock_timestamp()) on conflict (tenant) do update"
                + " set fingerprint = excluded.fingerprint, applied_at = excluded.applied_at",
                tenant.code(), fingerprint(wanted));
    }

    private IdentityProvider wanted(TenantConfig tenant) {
        TenantConfig.OwnProvider own = tenant.identityProvider();
        return new IdentityProvider(tenant.code(), own.name(), URI.create(own.issuer()), own.clientId(),
                secret(tenant.code()), own.usernameClaim());
    }

    private String secret(String code) {
        if (secrets == null) {
            throw new AdminException("its file names an identity provider: set CAPAIAN_IDP_SECRETS_DIR to the folder"
                    + " where the file " + code + " holds the client's secret");
        }
        try {
            return Files.readString(secrets.resolve(code)).strip();
        } catch (IOException e) {
            throw new AdminException("cannot read the secret of its identity provider, " + secrets.resolve(code), e);
        }
    }

    private static String fingerprint(IdentityProvider wanted) {
        String all = String.join("\n", wanted.alias(), wanted.displayName(), wanted.issuer().toString(),
                wanted.clientId(), wanted.clientSecret(), wanted.usernameClaim());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
