package id.capaian.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stands where Keycloak stands in production: publishes a key and signs access tokens with the claims Keycloak writes.
 * Its cost is in no figure: the server fetches the key once and remembers a verified token, as it does with Keycloak's.
 */
public final class TokenIssuer implements AutoCloseable {

    private static final int KEY_BITS = 2048;
    private static final Duration LIFE = Duration.ofHours(12);
    private static final String REALM = "/realms/capaian";

    private final HttpServer http;
    private final RSAKey key;

    TokenIssuer(int port) throws IOException, JOSEException {
        key = new RSAKeyGenerator(KEY_BITS).keyID("load").algorithm(JWSAlgorithm.RS256).generate();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        String keys = new JWKSet(key.toPublicJWK()).toString();
        http.createContext(REALM + "/protocol/openid-connect/certs", exchange -> answer(exchange, keys));
        http.createContext(REALM, exchange -> answer(exchange, "{\"realm\":\"capaian\"}"));
        http.start();
    }

    /** What the server's key {@code capaian.keycloak.url} has to say. */
    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** An access token of this person for the own tenant, good for twelve hours. */
    public String token(Person person) throws JOSEException {
        return signed(claims(person.subject(), "Pegawai " + person.number())
                .claim("scope", "openid organization:" + person.code())
                .claim("organization", List.of(person.code())));
    }

    /** An access token of a national analyst, good for twelve hours. */
    public String analystToken() throws JOSEException {
        return signed(claims(UUID.randomUUID().toString(), "Analis").claim("scope", "openid")
                .claim("realm_access", Map.of("roles", List.of("national_analyst"))));
    }

    private JWTClaimsSet.Builder claims(String subject, String name) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(url() + REALM).audience("capaian-api").subject(subject)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString()).claim("typ", "Bearer").claim("azp", "capaian-demo")
                .claim("sid", UUID.randomUUID().toString()).claim("name", name);
    }

    private String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())
                .type(JOSEObjectType.JWT).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
