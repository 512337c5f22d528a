package id.capaian.it.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that shows nothing: follows addresses, keeps cookies, sends forms. */
final class SignedIn {

    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final int MOST_STEPS = 10;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final RunningSystem system;

    SignedIn(RunningSystem system) {
        this.system = system;
    }

    /** Opens the tenant's home, types name and password on Keycloak's page and comes back. */
    static SignedIn as(RunningSystem system, String username, String tenant) throws IOException, InterruptedException {
        SignedIn person = new SignedIn(system);
        HttpResponse<String> page = person.followed(person.open("/" + tenant + "/"));
        Matcher form = LOGIN_FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no sign-in form at " + page.uri() + ": " + page.statusCode());
        }
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        HttpResponse<String> home = person.followed(person.send(action, person.request(action).POST(body(Map.of(
                "username", username, "password", RunningSystem.PASSWORD))), "application/x-www-form-urlencoded"));
        if (home.statusCode() != 200 || !home.uri().toString().startsWith(system.url())) {
            throw new AssertionError("not signed in: " + home.statusCode() + " at " + home.uri());
        }
        return person;
    }

    /** Value of a cookie of the server; null without one. */
    String cookie(String name) {
        return jar(URI.create(system.url())).get(name);
    }

    /** One page, no redirection followed. */
    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        URI uri = URI.create(system.url() + path);
        return send(uri, request(uri).GET(), null);
    }

    /** Sends a form of parts. */
    HttpResponse<String> sendParts(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String boundary = "capaian-part-of-a-form";
        String parts = fields.entrySet().stream().map(field -> "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining()) + "--" + boundary + "--\r\n";
        URI uri = URI.create(system.url() + path);
        return send(uri, request(uri).POST(HttpRequest.BodyPublishers.ofString(parts)),
                "multipart/form-data; boundary=" + boundary);
    }

    /** Sends a form as written; no redirection followed. */
    HttpResponse<String> sendForm(String path, String contentType, String body) throws IOException, InterruptedException {
        URI uri = URI.create(system.url() + path);
        return send(uri, request(uri).POST(HttpRequest.BodyPublishers.ofString(body)), contentType);
    }

    private HttpResponse<String> followed(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
            URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(next, request(next).GET(), null);
        }
        return answer;
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html,application/xhtml+xml").header("Accept-Language", "id");
        String kept = jar(uri).entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return kept.isEmpty() ? request : request.header("Cookie", kept);
    }

    private HttpResponse<String> send(URI uri, HttpRequest.Builder request, String contentType)
            throws IOException, InterruptedException {
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(header -> {
            String[] pair = header.split(";", 2)[0].split("=", 2);
            jar(uri).put(pair[0].strip(), pair[1].strip());
        });
        return answer;
    }

    private Map<String, String> jar(URI uri) {
        return cookies.computeIfAbsent(uri.getAuthority(), any -> new HashMap<>());
    }

    private static HttpRequest.BodyPublisher body(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&")));
    }
}
