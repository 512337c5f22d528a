package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.it.browser.Browsing;
import id.capaian.it.browser.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keycloak stands still for longer than a token lives: who is signed in works on, who is not is told why. */
class KeycloakOutageIT {

    private static final String TENANT = "samarinda";
    private static final Pattern UPLOAD = Pattern.compile(
            "(?s)<form method=\"post\" action=\"([^\"]+)\" enctype=\"multipart/form-data\"(.*?)</form>");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final RunningSystem system;

    KeycloakOutageIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    @Test
    void signedInPeopleWorkOnWhileKeycloakStandsStill() throws IOException, InterruptedException {
        Groundwork.opened(system, TENANT);
        String username = Demo.holders(TENANT).stream().filter(holder -> holder.unit().equals("PKM-SEGIRI")
                && holder.post().equals("PRW-TERAMPIL")).map(Demo.Holder::username).findFirst().orElseThrow();
        String path = progressPath(Api.as(system, username, TENANT));
        SignedIn person = SignedIn.as(system, username, TENANT);
        saves(person, path, "61");
        Instant stood = Instant.now();
        signal("STOP");
        try {
            TimeUnit.SECONDS.sleep(RunningSystem.TOKEN_SECONDS + 5);
            saves(person, path, "62");
            HttpResponse<String> refused = awaitSignIn(503);
            for (String said : List.of("title", "detail")) {
                String text = Demo.text("problem", "sign-in-unavailable." + said);
                assertTrue(refused.body().contains(text), text + " is not said: " + refused.body());
            }
            assertTrue(refused.headers().firstValue("Retry-After").isPresent(), "says when to come again");
            lookAtTheRefusal();
        } finally {
            signal("CONT");
        }
        awaitSignIn(302);
        system.provoked(stood, Instant.now());
        saves(person, path, "63");
        saves(SignedIn.as(system, username, TENANT), path, "64");
    }

    private void lookAtTheRefusal() {
        try (Browsing browsing = new Browsing(); Visitor stranger = browsing.atADesk("outage")) {
            stranger.open(system.url() + "/" + TENANT + "/", 503).tabThrough();
        }
    }

    /** A stranger asks for the tenant's home until the answer is the one expected. */
    private HttpResponse<String> awaitSignIn(int status) throws InterruptedException {
        Groundwork.await("signing in answers " + status, Duration.ofMinutes(2), () -> stranger().statusCode() == status);
        return stranger();
    }

    private HttpResponse<String> stranger() {
        try {
            return new SignedIn(system).open("/" + TENANT + "/");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The progress page of the person's first indicator. */
    private static String progressPath(Api person) {
        JsonNode plan = person.get("/api/" + TENANT + "/plans/own").expect(200).at("/plans/0");
        return "/" + TENANT + "/skp/" + plan.at("/results/0/indicators/0/indicatorId").asText() + "/progres";
    }

    /** Opens the form, fills it in as the region's pack asks, and sends it. */
    private static void saves(SignedIn person, String path, String served) throws IOException, InterruptedException {
        HttpResponse<String> page = person.open(path);
        assertEquals(200, page.statusCode(), path);
        Matcher form = UPLOAD.matcher(page.body());
        assertTrue(form.find(), page.body());
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.group(2));
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.putAll(Map.of("value", "28,5", "form.date", "2026-11-23", "form.served", served, "form.complaintsIn", "3",
                "form.answeredInTime", "3", "note", "Antrean pagi dibantu petugas triase."));
        HttpResponse<String> saved = person.sendParts(form.group(1).replace("&amp;", "&"), fields);
        assertEquals(303, saved.statusCode(), "saving: " + saved.body());
        assertTrue(person.open(path).body().contains("value=\"" + served + "\""), "what was saved is shown");
    }

    private void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(system.keycloakPid());
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor(), "kill -" + name);
    }
}
