package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.local.PayaraProcess;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More requests than a node has places for, and a database that is slow, locked or silent: counted, never timed. */
class StormIT {

    private static final String STORMY = "tubei";
    private static final String CALM = "samarinda";
    private static final String LOOK = "/api/%s/periods";
    private static final String GRANTS = "/api/" + STORMY + "/role-grants";
    private static final Set<Integer> REFUSALS = Set.of(429, 503);
    private static final Map<String, String> PLAIN = Map.of("Accept", "application/json");
    private static final Map<String, String> BACKGROUND = Map.of("Accept", "application/json", "Priority", "u=7");
    private static final int CALLERS = 40;
    private static final List<String> AREAS = List.of("samarinda", "tubei", "tangsel", "pariaman", "mulyorejo", "nasional",
            "operator");
    private static final int ROUNDS = 8;
    private static final int WRITES = 12;
    /** More than a tenant's share of the places. */
    private static final int SLOW_SENDERS = 4;
    /** Some are sent, some answered by then, and some are neither. */
    private static final Duration HANGS_UP = Duration.ofMillis(15);

    /** There and back twice as much: less than a new connection is given, and three of them more than a request is. */
    private static final Duration HESITATION = Duration.ofMillis(450);

    private static RunningSystem system;
    private static SilentProxy line;
    private static PayaraProcess node;
    private static String metricsToken;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Api stormy;
    private Api calm;
    private Instant began;

    @BeforeAll
    static void startANodeOfFewPlaces() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        metricsToken = Files.readString(system.state().resolve("secrets/server/capaian.metrics.token")).strip();
        line = new SilentProxy(system.postgresPort());
        node = system.secondNode(Map.of(
                "capaian.db.url", "jdbc:postgresql://127.0.0.1:" + line.port() + "/capaian",
                "capaian.drain.notice-seconds", "0", "capaian.crowd.places", "4", "capaian.crowd.waiting", "12",
                "capaian.crowd.line", "6", "capaian.crowd.slow-places", Integer.toString(2 * SLOW_SENDERS)));
    }

    @AfterAll
    static void stopTheNode() throws IOException {
        node.stop();
        line.close();
    }

    @BeforeEach
    void signIn() {
        began = Instant.now();
        stormy = Api.as(system, "admin." + STORMY, STORMY).at(node.url());
        calm = Api.as(system, "admin." + CALM, CALM).at(node.url());
        look(stormy, STORMY, PLAIN).expect(200);
        look(calm, CALM, PLAIN).expect(200);
    }

    /** Clients that hang up and a database that is away leave traces in the log. */
    @AfterEach
    void end() {
        callers.shutdownNow();
        system.provoked(began, Instant.now());
    }

    @Test
    void aSurgeIsAnsweredWholeOrRefusedAndLooksComeBeforeBackground() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Api.Answer>>> looks = storm(start, PLAIN, CALLERS / 2);
        List<Future<List<Api.Answer>>> background = storm(start, BACKGROUND, CALLERS / 2);
        start.countDown();
        List<Api.Answer> looked = all(looks);
        List<Api.Answer> inBackground = all(background);
        looked.forEach(StormIT::assertRight);
        inBackground.forEach(StormIT::assertRight);
        long refused = inBackground.stream().filter(answer -> answer.status() != 200).count();
        assertTrue(refused > 0, "no surge at all");
        assertTrue(served(looked) > served(inBackground),
                served(looked) + " looks, " + served(inBackground) + " others");
        assertServesEverybody();
    }

    @Test
    void whileOneTenantStormsTheOtherIsServedEveryTime() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Future<List<Api.Answer>>> storm = stormUntil(over);
        List<Integer> statuses = IntStream.range(0, 40).map(turn -> look(calm, CALM, PLAIN).status()).boxed().toList();
        over.set(true);
        List<Api.Answer> stormed = all(storm);
        stormed.forEach(StormIT::assertRight);
        assertTrue(stormed.stream().anyMatch(answer -> answer.status() == 429), "no storm at all");
        assertEquals(Set.of(200), Set.copyOf(statuses), statuses.toString());
        assertServesEverybody();
    }

    /**
     * Who is not signed in costs no more than to be told where one signs in, but anybody can ask for that, and of every
     * government at once: more of them than there is room to wait.
     */
    @Test
    void strangersKeepNobodyOfTheStaffOut() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Api nobody = Api.nobody(system).at(node.url());
        List<Future<List<Integer>>> strangers = IntStream.range(0, CALLERS).mapToObj(caller -> callers.submit(() -> {
            List<Integer> statuses = new ArrayList<>();
            for (int turn = caller; !over.get(); turn++) {
                String area = AREAS.get(turn % AREAS.size());
                statuses.add(nobody.raw("GET", "/" + area + "/", Map.of("Accept", "text/html"), null).status());
            }
            return statuses;
        })).toList();
        List<Integer> staff = IntStream.range(0, 40).map(turn -> look(stormy, STORMY, PLAIN).status()).boxed().toList();
        over.set(true);
        List<Integer> strange = new ArrayList<>();
        for (Future<List<Integer>> one : strangers) {
            strange.addAll(one.get());
        }
        assertTrue(strange.contains(429), "no storm at all");
        assertTrue(strange.contains(302), "some of them are let in");
        assertEquals(Set.of(200), Set.copyOf(staff), staff.toString());
        assertServesEverybody();
    }

    @Test
    void writesInASurgeHappenOnceHoweverOftenTheyAreSent() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Future<List<Api.Answer>>> storm = stormUntil(over);
        Map<String, String> employees = keysByEmployee();
        List<Future<String>> sent = new ArrayList<>();
        employees.forEach((employee, key) -> sent.add(callers.submit(() -> {
            try {
                return acknowledged(grant(HANGS_UP, employee, key));
            } catch (UncheckedIOException hungUp) {
                return null;
            }
        })));
        List<String> acknowledged = new ArrayList<>();
        for (Future<String> one : sent) {
            acknowledged.add(one.get());
        }
        over.set(true);
        List<Api.Answer> stormed = all(storm);
        stormed.forEach(StormIT::assertRight);
        assertTrue(stormed.stream().anyMatch(answer -> answer.status() == 429), "no surge at all");
        assertHappenOnce(employees, acknowledged);
    }

    @Test
    void whoSendsSlowlyKeepsNobodyFromWorkingAndIsAnsweredInTheEnd() throws Exception {
        CountDownLatch rest = new CountDownLatch(1);
        Map<String, String> employees = keysByEmployee();
        employees.keySet().retainAll(List.copyOf(employees.keySet()).subList(0, SLOW_SENDERS));
        List<Future<Api.Answer>> slow = new ArrayList<>();
        employees.forEach((employee, key) -> slow.add(callers.submit(() -> stormy.within(Duration.ofMinutes(1), "POST",
                GRANTS, writing(key), halting(write(employee), rest)))));
        Groundwork.await("their headers are here", Duration.ofMinutes(1), () -> sendSlowly() == SLOW_SENDERS);
        assertServesEverybody();
        assertEquals(SLOW_SENDERS, sendSlowly(), "they still send");
        rest.countDown();
        List<String> acknowledged = new ArrayList<>();
        for (Future<Api.Answer> one : slow) {
            acknowledged.add(one.get().expect(201).get("roleGrantId").asText());
        }
        assertEquals(0, sendSlowly());
        assertHappenOnce(employees, acknowledged);
    }

    /** Nobody is signed on there, so anybody may send such requests. */
    @Test
    void whoSendsSlowlyWhereOthersSignInKeepsNobodyFromIt() throws Exception {
        CountDownLatch rest = new CountDownLatch(1);
        Api nobody = Api.nobody(system).at(node.url());
        List<Future<Api.Answer>> slow = IntStream.range(0, SLOW_SENDERS).mapToObj(sender -> callers.submit(
                () -> nobody.within(Duration.ofMinutes(1), "POST", "/sign-in/backchannel-logout",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"), halting("logout_token=x", rest)))).toList();
        Groundwork.await("their headers are here", Duration.ofMinutes(1), () -> sendSlowly() == SLOW_SENDERS);
        assertEquals(0, gauge("capaian_slow"), "what others sign in and out by");
        assertFalse(REFUSALS.contains(nobody.raw("GET", "/sign-in/callback?state=x&code=y", Map.of("Accept", "text/html"),
                null).status()));
        rest.countDown();
        for (Future<Api.Answer> one : slow) {
            assertEquals(400, one.get().status());
        }
    }

    @Test
    void longWorkLeavesItsTenantTheUsualPlaces() throws Exception {
        Map<String, String> file = Map.of("Accept", "application/json", "Content-Type", "text/csv; charset=utf-8");
        Future<Api.Answer> imports;
        try (Connection lock = system.postgres().connect("postgres", "capaian");
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table t_tubei.import_file in access exclusive mode");
            imports = callers.submit(() -> stormy.within(Duration.ofMinutes(1), "POST",
                    "/api/" + STORMY + "/imports/units?dryRun=true", file, "kode;nama\nUJI;Uji\n"));
            Groundwork.await("the import is at work", Duration.ofMinutes(1), () -> gauge("capaian_long") == 1);
            assertServesEverybody();
            lock.rollback();
        }
        assertFalse(REFUSALS.contains(imports.get().status()), "it ends, whatever it makes of the file");
    }

    /** The first half at once, the other when it may. */
    private static HttpRequest.BodyPublisher halting(String body, CountDownLatch rest) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int half = bytes.length / 2;
        InputStream later = new FilterInputStream(new ByteArrayInputStream(bytes, half, bytes.length - half)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    rest.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                return super.read(buffer, offset, length);
            }
        };
        return HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofByteArray(bytes, 0, half),
                HttpRequest.BodyPublishers.ofInputStream(() -> later)), bytes.length);
    }

    /** Requests whose body is still to come. */
    private static int sendSlowly() {
        return gauge("capaian_late");
    }

    private static int gauge(String name) {
        String shown = Api.nobody(system).at(node.url())
                .raw("GET", "/metrics", Map.of("Authorization", "Bearer " + metricsToken), null).raw().body();
        return shown.lines().filter(line -> line.startsWith(name)).map(line -> line.replaceAll(".* ", ""))
                .mapToInt(value -> new BigDecimal(value).intValueExact()).findFirst().orElseThrow();
    }

    @Test
    void aDatabaseThatFallsSilentIsToldAndHealsByItself() throws Exception {
        Map<String, String> employees = keysByEmployee();
        List<String> acknowledged = new ArrayList<>();
        employees.entrySet().stream().limit(WRITES / 2).forEach(write ->
                acknowledged.add(acknowledged(grant(Duration.ofMinutes(1), write.getKey(), write.getValue()))));
        line.fallSilent();
        List<Future<Api.Answer>> answers = new ArrayList<>();
        employees.entrySet().stream().skip(WRITES / 2).forEach(write -> answers.add(callers.submit(
                () -> grant(Duration.ofMinutes(1), write.getKey(), write.getValue()))));
        for (int i = 0; i < 4; i++) {
            answers.add(callers.submit(() -> look(calm, CALM, PLAIN)));
        }
        for (Future<Api.Answer> answer : answers) {
            assertRefused(answer.get(1, TimeUnit.MINUTES));
        }
        assertPageRefused(stormy.raw("GET", "/" + STORMY + "/", Map.of("Accept", "text/html"), null));
        line.speak();
        Groundwork.await("the node is ready again", Duration.ofMinutes(1), () -> Api.nobody(system).at(node.url())
                .raw("GET", "/health/ready", Map.of(), null).status() == 200);
        Groundwork.await("everybody is served again", Duration.ofMinutes(1), () -> IntStream.range(0, 10)
                .allMatch(turn -> look(stormy, STORMY, PLAIN).status() == 200 && look(calm, CALM, PLAIN).status() == 200));
        assertHappenOnce(employees, acknowledged);
    }

    /**
     * Each statement is quick enough to be waited for, all of one write together are not: before it was cut, the fourth
     * would have been waited for, too.
     */
    @Test
    void aDatabaseThatIsSlowAtEachStatementIsToldAndHealsByItself() throws Exception {
        Map<String, String> employees = keysByEmployee();
        line.hesitate(HESITATION);
        List<Future<Api.Answer>> answers = sendAll(employees);
        for (Future<Api.Answer> answer : answers) {
            assertRefused(answer.get(1, TimeUnit.MINUTES));
        }
        line.hesitate(Duration.ZERO);
        Groundwork.await("everybody is served again", Duration.ofMinutes(1), () -> IntStream.range(0, 10)
                .allMatch(turn -> look(stormy, STORMY, PLAIN).status() == 200 && look(calm, CALM, PLAIN).status() == 200));
        assertHappenOnce(employees, List.of());
    }

    @Test
    void aLockedTableIsToldAndConcernsNobodyElse() throws Exception {
        Map<String, String> employees = keysByEmployee();
        try (Connection lock = system.postgres().connect("postgres", "capaian");
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table t_tubei.role_grant in access exclusive mode");
            List<Future<Api.Answer>> answers = sendAll(employees);
            for (int i = 0; i < 10; i++) {
                look(calm, CALM, PLAIN).expect(200);
            }
            for (Future<Api.Answer> answer : answers) {
                assertRefused(answer.get(1, TimeUnit.MINUTES));
            }
            lock.rollback();
        }
        assertServesEverybody();
        assertHappenOnce(employees, List.of());
    }

    private List<Future<Api.Answer>> sendAll(Map<String, String> employees) {
        List<Future<Api.Answer>> answers = new ArrayList<>();
        employees.forEach((employee, key) -> answers.add(callers.submit(
                () -> grant(Duration.ofMinutes(1), employee, key))));
        return answers;
    }

    private static void assertPageRefused(Api.Answer page) {
        assertTrue(REFUSALS.contains(page.status()), () -> page.status() + " " + page.raw().body());
        assertTrue(page.raw().headers().firstValue("Retry-After").orElse("").matches("[1-9]\\d?"), "says when to come again");
        assertTrue(page.raw().body().contains("<html lang=\"id\""), () -> "no page: " + page.raw().body());
    }

    /** Repeats each with its key until it is acknowledged, and counts; what was acknowledged before is the same. */
    private void assertHappenOnce(Map<String, String> employees, List<String> acknowledged) throws Exception {
        List<String> grants = new ArrayList<>();
        for (Map.Entry<String, String> write : employees.entrySet()) {
            Groundwork.await("the write is done", Duration.ofMinutes(1), () -> {
                String id = acknowledged(grant(Duration.ofMinutes(1), write.getKey(), write.getValue()));
                return id != null && grants.add(id);
            });
            assertEquals(1, number("select count(*) from t_tubei.role_grant"
                    + " where role = 'PERF_MANAGER' and employee_id = '"
                    + write.getKey() + "'"), write.toString());
        }
        List<String> lost = acknowledged.stream().filter(id -> id != null && !grants.contains(id)).toList();
        assertEquals(List.of(), lost, "acknowledged and gone");
        for (String id : grants) {
            long version = number("select version from t_tubei.role_grant where role_grant_id = '" + id + "'");
            stormy.call("DELETE", GRANTS + "/" + id, null, version).expect(204);
        }
    }

    private Api.Answer grant(Duration patience, String employee, String key) {
        return stormy.within(patience, "POST", GRANTS, writing(key), write(employee));
    }

    private static Map<String, String> writing(String key) {
        return Map.of("Accept", "application/json", "Idempotency-Key", key, "Content-Type", "application/json");
    }

    private static String write(String employee) {
        return new ObjectMapper().createObjectNode().put("role", "PERF_MANAGER").put("employeeId", employee)
                .put("from", "2027-01-01").toString();
    }

    /** The grant's id; null when the write was refused for want of room. */
    private static String acknowledged(Api.Answer answer) {
        if (answer.status() == 201) {
            return answer.body().get("roleGrantId").asText();
        }
        assertRefused(answer);
        return null;
    }

    private static void assertRight(Api.Answer answer) {
        if (answer.status() == 200) {
            assertTrue(answer.body().isContainerNode(), () -> "not whole: " + answer.raw().body());
        } else {
            assertRefused(answer);
        }
    }

    private static void assertRefused(Api.Answer answer) {
        assertTrue(REFUSALS.contains(answer.status()), () -> answer.status() + " " + answer.raw().body());
        assertTrue(answer.raw().headers().firstValue("Retry-After").orElse("").matches("[1-9]\\d?"),
                "says when to come again");
        assertEquals(answer.status(), answer.body().path("status").asInt(), () -> "no problem: " + answer.raw().body());
    }

    private void assertServesEverybody() {
        for (int i = 0; i < 10; i++) {
            look(stormy, STORMY, PLAIN).expect(200);
            look(stormy, STORMY, BACKGROUND).expect(200);
            look(calm, CALM, PLAIN).expect(200);
        }
    }

    private static long served(List<Api.Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 200).count();
    }

    private List<Future<List<Api.Answer>>> storm(CountDownLatch start, Map<String, String> headers, int many) {
        return IntStream.range(0, many).mapToObj(caller -> callers.submit((Callable<List<Api.Answer>>) () -> {
            start.await();
            return IntStream.range(0, ROUNDS).mapToObj(turn -> look(stormy, STORMY, headers)).toList();
        })).toList();
    }

    private List<Future<List<Api.Answer>>> stormUntil(AtomicBoolean over) {
        return IntStream.range(0, CALLERS / 2).mapToObj(caller -> callers.submit((Callable<List<Api.Answer>>) () -> {
            List<Api.Answer> answers = new ArrayList<>();
            while (!over.get()) {
                answers.add(look(stormy, STORMY, PLAIN));
            }
            return answers;
        })).toList();
    }

    private static List<Api.Answer> all(List<Future<List<Api.Answer>>> storm)
            throws ExecutionException, InterruptedException {
        List<Api.Answer> answers = new ArrayList<>();
        for (Future<List<Api.Answer>> one : storm) {
            answers.addAll(one.get());
        }
        return answers;
    }

    private static Api.Answer look(Api who, String tenant, Map<String, String> headers) {
        return who.exactly("GET", String.format(LOOK, tenant), headers, null);
    }

    /** People who hold no role of this kind yet, each with the key of the write that gives it. */
    private static Map<String, String> keysByEmployee() throws SQLException {
        Map<String, String> keys = new LinkedHashMap<>();
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select employee_id from t_tubei.employee"
                        + " where employee_id not in (select employee_id from t_tubei.role_grant where role = 'PERF_MANAGER')"
                        + " order by employee_id limit " + WRITES)) {
            while (rows.next()) {
                keys.put(rows.getString(1), UUID.randomUUID().toString());
            }
        }
        assertEquals(WRITES, keys.size());
        return keys;
    }

    private static int number(String query) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
