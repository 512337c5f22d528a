package id.capaian.keycloak.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The other end of the line: keys and tokens as Keycloak serves them, with faults at will. What Keycloak really does is
 * tested against Keycloak in {@code platform/it}; this is for what it does when it is broken.
 */
final class TokenServer implements AutoCloseable {

    /** What the line does. */
    enum Line { UP, FAILING, HANGING }

    /** An answer of the token endpoint. */
    record Answer(int status, String body) {
    }

    static final RSAKey KEY = key("first");

    final AtomicInteger keyFetches = new AtomicInteger();
    final AtomicInteger tokenCalls = new AtomicInteger();
    final AtomicInteger probes = new AtomicInteger();
    final AtomicInteger logouts = new AtomicInteger();
    volatile Line line = Line.UP;
    volatile JWKSet keys = new JWKSet(KEY.toPublicJWK());
    volatile Function<Map<String, String>, Answer> tokens = form -> new Answer(400, "{\"error\":\"invalid_grant\"}");
    volatile Map<String, String> lastForm = Map.of();

    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    TokenServer(Clock clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        String base = "/realms/capaian";
        server.createContext(base, exchange -> answer(exchange, probes, 200, "{}"));
        server.createContext(base + "/protocol/openid-connect/certs",
                exchange -> answer(exchange, keyFetches, 200, keys.toString()));
        server.createContext(base + "/protocol/openid-connect/logout", exchange -> answer(exchange, logouts, 204, ""));
        server.createContext(base + "/protocol/openid-connect/token", exchange -> {
            lastForm = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = tokens.apply(lastForm);
            answer(exchange, tokenCalls, answer.status(), answer.body());
        });
        server.start();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String issuer() {
        return address() + "/realms/capaian";
    }

    /** Claims of a good access token of somebody in these tenants. */
    JWTClaimsSet.Builder claims(String subject, String... tenants) {
        Date now = new Date(clock.millis());
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().subject(subject).issuer(issuer())
                .audience(List.of("capaian-api", "account")).claim("typ", "Bearer").claim("azp", "capaian-web")
                .claim("sid", "session-of-" + subject).claim("name", "Siti Aminah")
                .issueTime(now).expirationTime(new Date(now.getTime() + 300_000));
        return tenants.length == 0 ? claims : claims.claim("organization", List.of(tenants));
    }

    static String sign(JWTClaimsSet claims) {
        return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID("first").build(), claims,
                signer(KEY));
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token endpoint's good answer. */
    static Answer granted(JWTClaimsSet claims, String refreshToken) {
        return new Answer(200, "{\"access_token\":\"" + sign(claims) + "\",\"refresh_token\":\"" + refreshToken
                + "\",\"expires_in\":300}");
    }

    static Answer refused() {
        return new Answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Session not active\"}");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, AtomicInteger counter, int status, String body) throws IOException {
        counter.incrementAndGet();
        if (line == Line.HANGING) {
            pause();
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(line == Line.FAILING ? 503 : status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(20).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new ConcurrentHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1),
                    StandardCharsets.UTF_8));
        }
        return form;
    }
}
