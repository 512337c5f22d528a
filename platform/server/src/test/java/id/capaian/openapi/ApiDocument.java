package id.capaian.openapi;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemBody;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole description: what somebody who connects another system has to know. */
final class ApiDocument {

    private static final String DESCRIPTION = """
            Performance management of regional civil servants. Everything a person does on the pages a program can do here, \
            under the same rules.

            **Signing in.** Send `Authorization: Bearer <access token>`. The token comes from the realm `capaian` of the \
            platform's Keycloak (`/realms/capaian/protocol/openid-connect/token`), for the audience `capaian-api` and with \
            the scope `organization:<tenant>`; it is good for that one tenant. A government's own system gets a client of \
            its own, and an account whose roles the government grants like a person's (`role-grants`). National figures \
            need the realm role `national_analyst` and no organization; what is below `/api/operator/` needs the realm \
            role `operator`. No token goes into an address.

            **Tenants.** The second word of an address is the code of a regional government, e.g. `samarinda`. A tenant \
            whose tables are being brought up to date answers 503 with `Retry-After`.

            **Writing twice.** Every write may carry `Idempotency-Key` (any text of your own, a UUID is fine). The \
            same key with the same content gets the first answer again and nothing is written a second time, also when \
            the version it was sent with has become stale; with other content it is refused (422). A write that failed \
            may be repeated with its key. Keys are yours alone and kept for seven days. Without one a write is simply \
            done, except what hands out power, role grants and pack bindings, which needs one (400); the key of an \
            operator's order is a UUID and becomes the order's id. Files need none: \
            an import or a piece of evidence is known by its content. Nor do deletions of things with an id: gone is \
            gone.

            **Versions.** What can be changed carries a version, as `version` in the body and as `ETag`. A change sends the \
            version it has seen in `If-Match: "7"`. Missing: 428. Somebody was faster: 412; read again, then decide.

            **Problems.** Every error is `application/problem+json` (RFC 9457). `type` is one of the addresses below \
            `/problems/`, stable and meant for programs; `title` and `detail` are for people, in Indonesian or, with \
            `Accept-Language: en`, in English; `errors` names the fields it is about. `requestId` (also in the header \
            `X-Request-Id`, and taken over when you send one) is what to quote when asking for help. After 429 \
            nothing was changed; after 429 and 503 wait as long as `Retry-After` says.

            **Numbers and times.** Numbers that judge people are decimal, never rounded in transport. Times are UTC \
            (`2026-11-24T03:00:00Z`), dates are those of the government's zone. Fields that are null are left out. \
            Unknown fields are refused, so that a misspelt one is not lost silently.

            **Changes.** New fields and operations may come at any time; what exists keeps its meaning.""";

    private final ApiSchemas schemas = new ApiSchemas();
    private final List<Class<?>> resources;

    /** @param resources classes with a path below {@code /api} */
    ApiDocument(List<Class<?>> resources) {
        this.resources = resources;
    }

    Map<String, Object> toModel() {
        List<ApiOperation> operations = resources.stream().flatMap(resource -> ApiOperation.of(resource, schemas))
                .sorted(Comparator.comparing(ApiOperation::path).thenComparing(ApiOperation::verb)).toList();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("openapi", "3.0.3");
        model.put("info", info());
        model.put("servers", List.of(Map.of("url", "/")));
        model.put("security", List.of(Map.of("keycloak", List.of())));
        model.put("tags", operations.stream().map(ApiOperation::tag).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(tag -> Map.of("name", tag)).toList());
        model.put("paths", paths(operations));
        model.put("components", components());
        return model;
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Capaian");
        info.put("version", "1");
        info.put("description", DESCRIPTION);
        info.put("license", Map.of("name", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> paths(List<ApiOperation> operations) {
        requireUniqueIds(operations);
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        operations.forEach(operation -> paths.computeIfAbsent(operation.path(), any -> new TreeMap<>())
                .put(operation.verb(), operation.toModel()));
        return new LinkedHashMap<>(paths);
    }

    private static void requireUniqueIds(List<ApiOperation> operations) {
        List<String> twice = operations.stream().collect(Collectors.groupingBy(ApiOperation::id)).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1).map(Map.Entry::getKey).toList();
        if (!twice.isEmpty()) {
            throw new IllegalStateException("Two operations of one name: " + twice);
        }
    }

    private Map<String, Object> components() {
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("securitySchemes", Map.of("keycloak", ordered("type", "http", "scheme", "bearer",
                "bearerFormat", "JWT", "description", "Access token for audience capaian-api, scope organization:<tenant>")));
        components.put("parameters", parameters());
        components.put("headers", Map.of("version", ordered("description", "The new version, for the next If-Match",
                "schema", ApiSchemas.string(null))));
        components.put("responses", responses());
        components.put("schemas", schemas.named());
        return components;
    }

    private static Map<String, Object> parameters() {
        return ordered(
                "tenant", ordered("name", "tenant", "in", "path", "required", true,
                        "description", "Code of the regional government",
                        "schema", ordered("type", "string", "pattern", "[a-z][a-z0-9]{1,29}")),
                ApiOperation.KEY, ordered("name", ApiOperation.KEY, "in", "header",
                        "description", "Makes a repeated write harmless; see Writing twice", "schema", ApiSchemas.string(null)),
                ApiOperation.VERSION, ordered("name", ApiOperation.VERSION, "in", "header", "required", true,
                        "description", "The version that was read, in quotes; see Versions",
                        "schema", ApiSchemas.string(null), "example", "\"7\""));
    }

    /** One for each status, with the types that come with it. */
    private Map<String, Object> responses() {
        Map<String, Object> schema = schemas.of(ProblemBody.class);
        Map<Integer, List<String>> slugs = Arrays.stream(Problem.values()).collect(Collectors.groupingBy(Problem::status,
                TreeMap::new, Collectors.mapping(problem -> "/problems/" + problem.slug(), Collectors.toList())));
        Map<String, Object> responses = new LinkedHashMap<>();
        slugs.forEach((status, types) -> responses.put("problem-" + status, ordered(
                "description", types.stream().collect(Collectors.joining(", ")),
                "content", Map.of("application/problem+json", Map.of("schema", schema)))));
        return responses;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        Stream.iterate(0, at -> at < namesAndValues.length, at -> at + 2)
                .forEach(at -> map.put((String) namesAndValues[at], namesAndValues[at + 1]));
        return map;
    }
}
