package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every method of the server is closed to whom it is not meant for and open to whom it is. The methods come from the
 * server's classes, what is meant from {@code who-may-call.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityMatrixIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Parameters that name no object of the tenant. */
    private static final Set<String> NO_OBJECT = Set.of("tenant", "area", "hash", "name", "slug", "kind");
    /** Refused, or not even understood: not the answer to somebody who may. */
    private static final Set<Integer> NO_PROOF = Set.of(400, 401, 403, 404, 405, 406, 415);

    private RunningSystem system;
    private Map<String, Endpoint> endpoints;
    private List<Rule> rules;
    private List<Cast.Member> members;
    private List<Cast.Member> outsiders;
    private List<Cast.Member> persons;
    private List<Belongings> belongings;

    @BeforeAll
    void prepare() throws IOException, InterruptedException, URISyntaxException, SQLException {
        system = RunningSystem.shared();
        endpoints = Endpoint.all().stream().collect(Collectors.toMap(Endpoint::call, Function.identity(),
                (one, other) -> one, TreeMap::new));
        rules = Rule.all();
        belongings = Belongings.ofTwoNurses(system);
        var cast = new Cast(system);
        members = cast.members();
        outsiders = cast.outsiders();
        persons = belongings.stream().map(one -> cast.person(one.username())).toList();
    }

    @Test
    void everyMethodIsWrittenDownAsItIs() {
        Stream<String> notWritten = endpoints.values().stream()
                .filter(endpoint -> rules.stream().noneMatch(rule -> rule.agrees(endpoint)))
                .map(endpoint -> "the server has, and who-may-call.txt not: " + endpoint);
        Stream<String> notThere = rules.stream()
                .filter(rule -> !endpoints.containsKey(rule.call()) || !rule.agrees(endpoints.get(rule.call())))
                .map(rule -> "who-may-call.txt has, and the server not: " + rule);
        Stream<String> nobodys = rules.stream()
                .filter(rule -> rule.whose().isEmpty() && namesAnObject(rule) && isOfTenant(rule))
                .map(rule -> "names an object and does not say whose: " + rule);
        assertEquals(List.of(), Stream.of(notWritten, notThere, nobodys).flatMap(Function.identity()).toList());
    }

    @Test
    void nobodyComesIn() {
        Api nobody = Api.nobody(system);
        assertAll(rule -> !rule.roles().contains(Rule.ANYBODY), (rule, breaches) -> {
            Api.Answer answer = call(rule, nobody, own(rule));
            boolean toKeycloak = answer.status() == 302 && rule.reads() && answer.raw().headers()
                    .firstValue("Location").orElse("").startsWith(system.keycloakUrl());
            note(breaches, answer.status() == 401 || toKeycloak, "nobody", rule, answer);
        });
    }

    @Test
    void whoBelongsElsewhereStaysOutside() {
        assertAll(this::isOfTenant, (rule, breaches) ->
                outsiders.forEach(outsider -> expectForbidden(breaches, outsider, rule)));
    }

    @Test
    void aWrongRoleDoesNotDo() {
        List<Cast.Member> everybody = Stream.of(members, persons, outsiders).flatMap(List::stream).toList();
        assertAll(rule -> !rule.isOpen(), (rule, breaches) -> everybody.stream()
                .filter(member -> !rule.admits(member.roles()))
                .forEach(member -> expectForbidden(breaches, member, rule)));
    }

    @Test
    void aRightRoleReads() {
        assertAll(rule -> rule.reads() && rule.whose().isEmpty() && !rule.isOpen(), (rule, breaches) ->
                (isOfTenant(rule) ? members : outsiders).stream().filter(member -> rule.admits(member.roles()))
                        .forEach(member -> expectLetIn(breaches, member, rule)));
    }

    /** The same call by all who hold the role: first those it does not concern, then those it does. */
    @Test
    void anObjectIsOpenToWhomItConcernsAndToNobodyElse() {
        assertAll(rule -> !rule.whose().isEmpty(), (rule, breaches) -> {
            List<Cast.Member> holders = Stream.concat(Stream.of(personOf(rule)), members.stream())
                    .filter(member -> rule.admits(member.roles())).toList();
            holders.stream().filter(member -> !rule.whose().contains(member.part()))
                    .forEach(member -> expectRefused(breaches, member, rule, own(rule)));
            holders.stream().filter(member -> rule.whose().contains(member.part()))
                    .forEach(member -> expectLetIn(breaches, member, rule));
        });
    }

    @Test
    void whatAnotherTenantHasIsNotThere() throws IOException, InterruptedException, SQLException {
        Belongings others = Belongings.ofTheOtherTenant(system);
        assertAll(rule -> isOfTenant(rule) && namesAnObject(rule), (rule, breaches) -> {
            parameters(rule).stream().filter(parameter -> !NO_OBJECT.contains(parameter) && !others.has(parameter))
                    .forEach(parameter -> breaches.add("nothing of the other tenant for {" + parameter + "} of " + rule));
            Stream.concat(Stream.of(personOf(rule)), members.stream()).filter(member -> rule.admits(member.roles()))
                    .forEach(member -> expectRefused(breaches, member, rule, others));
        });
    }

    /** A browser sends its cookie with whatever form another site makes it send; the token only our pages hold. */
    @Test
    void aFormWithoutItsTokenIsRefusedThoughItsSenderMay() throws IOException, InterruptedException {
        String expired = Demo.text("problem", "form-expired.title");
        Map<String, SignedIn> browsers = new HashMap<>();
        for (Cast.Member member : Stream.of(members, persons).flatMap(List::stream).toList()) {
            browsers.put(member.username(), SignedIn.as(system, member.username(), Cast.TENANT));
        }
        assertAll(rule -> rule.call().startsWith("POST /{"), (rule, breaches) -> {
            Cast.Member sender = Stream.concat(Stream.of(personOf(rule)), members.stream())
                    .filter(member -> rule.isOpen() || rule.admits(member.roles()))
                    .filter(member -> rule.whose().isEmpty() || rule.whose().contains(member.part()))
                    .findFirst().orElseThrow();
            HttpResponse<String> answer = withoutToken(browsers.get(sender.username()), rule);
            if (answer.statusCode() != 403 || !answer.body().contains(expired)) {
                breaches.add(sender.part() + " at " + rule + ": " + answer.statusCode());
            }
        });
    }

    private HttpResponse<String> withoutToken(SignedIn browser, Rule rule) {
        Endpoint endpoint = endpoints.get(rule.call());
        Belongings whose = own(rule);
        String address = endpoint.address(parameter -> Set.of("tenant", "area").contains(parameter) ? Cast.TENANT
                : whose.id(parameter));
        boolean parts = endpoint.consumes().startsWith("multipart/");
        long version = whose.version(endpoint.parameters());
        try {
            return browser.sendForm(address, endpoint.consumes() + (parts ? "; boundary=part" : ""),
                    parts ? part(version) : new SampleBody(whose.ids()).form(version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Trial {
        void of(Rule rule, List<String> breaches);
    }

    private void assertAll(Predicate<Rule> which, Trial trial) {
        List<String> breaches = new ArrayList<>();
        rules.stream().filter(rule -> endpoints.containsKey(rule.call())).filter(which)
                .forEach(rule -> trial.of(rule, breaches));
        assertEquals(List.of(), breaches, String.join("\n", breaches));
    }

    /** Refused for the role or the tenant alone, before anything is looked up: never 404. */
    private void expectForbidden(List<String> breaches, Cast.Member member, Rule rule) {
        Api.Answer answer = call(rule, member.api(), own(rule));
        note(breaches, answer.status() == 403, member.part(), rule, answer);
    }

    private void expectRefused(List<String> breaches, Cast.Member member, Rule rule, Belongings whose) {
        Api.Answer answer = call(rule, member.api(), whose);
        note(breaches, Set.of(403, 404).contains(answer.status()), member.part(), rule, answer);
    }

    /** Let in: a page or an answer is read; what is written may still meet a rule of its own (409, 412, 422). */
    private void expectLetIn(List<String> breaches, Cast.Member member, Rule rule) {
        Api.Answer answer = call(rule, member.api(), own(rule));
        boolean good = rule.reads() ? answer.status() == 200
                : answer.status() < 500 && !NO_PROOF.contains(answer.status());
        note(breaches, good, member.part() + ", who may,", rule, answer);
    }

    private static void note(List<String> breaches, boolean good, String who, Rule rule, Api.Answer answer) {
        if (!good) {
            String body = answer.raw().body();
            breaches.add(who + " at " + rule + ": " + answer.status() + " "
                    + body.substring(0, Math.min(160, body.length())));
        }
    }

    private boolean isOfTenant(Rule rule) {
        return endpoints.get(rule.call()).isOfTenant();
    }

    private List<String> parameters(Rule rule) {
        return endpoints.get(rule.call()).parameters();
    }

    private boolean namesAnObject(Rule rule) {
        return endpoints.containsKey(rule.call())
                && parameters(rule).stream().anyMatch(parameter -> !NO_OBJECT.contains(parameter));
    }

    /** Pages and API work on a person each, so that what one changes does not get in the way of the other. */
    private Belongings own(Rule rule) {
        return belongings.get(rule.call().contains(" /api/") ? 0 : 1);
    }

    private Cast.Member personOf(Rule rule) {
        return persons.get(belongings.indexOf(own(rule)));
    }

    private Api.Answer call(Rule rule, Api api, Belongings whose) {
        Endpoint endpoint = endpoints.get(rule.call());
        String address = endpoint.address(parameter -> parameter.equals("tenant") ? Cast.TENANT : whose.id(parameter));
        if (rule.reads()) {
            return api.raw("GET", address, Map.of(), null);
        }
        long version = whose.version(endpoint.parameters());
        Map<String, String> headers = new HashMap<>(Map.of("If-Match", "\"" + version + "\"",
                "Content-Type", endpoint.consumes()));
        if (endpoint.consumes().startsWith("multipart/")) {
            headers.put("Content-Type", endpoint.consumes() + "; boundary=part");
            return api.raw(endpoint.verb(), address, headers, part(version));
        }
        if (endpoint.path().endsWith("/evidence")) {
            // A file, which is looked at before the use case begins: it has to be one, or nobody learns who may hand it in.
            headers.put("Content-Type", "application/octet-stream");
            headers.put("Content-Disposition", "attachment; filename=\"laporan.txt\"");
            return api.raw(endpoint.verb(), address, headers, "Laporan antrean pagi.");
        }
        var sample = new SampleBody(whose.ids());
        if (endpoint.consumes().endsWith("form-urlencoded")) {
            return api.raw(endpoint.verb(), address, headers, sample.form(version));
        }
        return api.raw(endpoint.verb(), address, headers,
                endpoint.body() == null ? null : json(sample.of(endpoint.body())));
    }

    private static String part(long version) {
        return "--part\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n" + version + "\r\n--part--\r\n";
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
