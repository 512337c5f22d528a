package id.capaian.keycloak.signon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;

/** Our confidential client's calls to Keycloak: code for tokens, refresh, end of a session. */
final class TokenEndpoint {

    private static final Logger LOG = System.getLogger(TokenEndpoint.class.getName());
    static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofMillis(1_500);
    /** A person waits at the end of a sign-in, and Keycloak may be busy hashing passwords: be more patient then. */
    private static final Duration CODE_ANSWER = Duration.ofSeconds(8);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final Reachability reachability;
    private final SignOnSettings settings;
    private final String authorization;

    TokenEndpoint(HttpClient http, Reachability reachability, SignOnSettings settings) {
        this.http = http;
        this.reachability = reachability;
        this.settings = settings;
        String pair = encode(settings.clientId()) + ":" + encode(settings.clientSecret());
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Asks for the tokens of a sign-in. What Keycloak answers says nothing about its being there: anybody can come with a
     * code, and must not decide for all others that nobody can sign in.
     */
    TokenAnswer redeem(String code, String verifier) {
        return ask("grant_type=authorization_code&code=" + encode(code) + "&code_verifier=" + encode(verifier)
                + "&redirect_uri=" + encode(settings.callback()), CODE_ANSWER, TokenEndpoint::tell);
    }

    /** Asks for new tokens; does not even try while Keycloak is known to be away. */
    TokenAnswer refresh(String refreshToken) {
        return reachability.mayTry()
                ? ask("grant_type=refresh_token&refresh_token=" + encode(refreshToken), ANSWER, reachability::failed)
                : new TokenAnswer.Unreachable();
    }

    /**
     * Ends Keycloak's session.
     *
     * @return false when Keycloak could not be reached; true when the session is over, even if it was before
     */
    boolean end(String refreshToken) {
        HttpResponse<String> answer = post("logout", "refresh_token=" + encode(refreshToken), ANSWER,
                reachability::failed);
        return answer != null && (answer.statusCode() / 100 == 2 || answer.statusCode() == 400);
    }

    /** @param bad hears of an answer that a sound Keycloak does not give to a sound server */
    private TokenAnswer ask(String form, Duration patience, Consumer<String> bad) {
        HttpResponse<String> answer = post("token", form, patience, bad);
        if (answer == null) {
            return new TokenAnswer.Unreachable();
        }
        try {
            return read(answer.statusCode(), json.readTree(answer.body()), bad);
        } catch (JsonProcessingException e) {
            bad.accept("something else than Keycloak answers " + answer.statusCode());
            return new TokenAnswer.Unreachable();
        }
    }

    private static TokenAnswer read(int status, JsonNode body, Consumer<String> bad) {
        if (status == 200 && body.hasNonNull("access_token") && body.hasNonNull("refresh_token")) {
            return new TokenAnswer.Granted(body.path("access_token").asText(), body.path("refresh_token").asText(),
                    body.path("expires_in").asLong(60));
        }
        String error = body.path("error").asText();
        if (status == 400 && error.equals("invalid_grant")) {
            return new TokenAnswer.Refused(body.path("error_description").asText());
        }
        // Our own fault (secret, client, realm), not this person's: nobody loses a session over it.
        bad.accept("it does not accept this server: " + status + " " + error);
        return new TokenAnswer.Unreachable();
    }

    private static void tell(String what) {
        LOG.log(Level.WARNING, "Keycloak does not redeem a code: {0}", what);
    }

    /** The answer below 500; null when there is none. */
    private HttpResponse<String> post(String endpoint, String form, Duration patience, Consumer<String> bad) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.endpoint(endpoint))).timeout(patience)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() < 500) {
                reachability.answered();
                return answer;
            }
            bad.accept("it answers " + answer.statusCode());
        } catch (IOException e) {
            reachability.failed(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
