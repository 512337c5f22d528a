package id.capaian.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few admin calls this program makes, kept in memory; what Keycloak itself does is tested against Keycloak. */
final class KeycloakDouble implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile(
            "/admin/realms/capaian/([\\w-]+)(?:/([^/]+))?"
                    + "(?:/(\\w+|reset-password|federated-identity|identity-providers))?(?:/(.+))?");

    final Map<String, ObjectNode> users = new TreeMap<>();
    final Map<String, ObjectNode> organizations = new TreeMap<>();
    final Set<String> members = new TreeSet<>();
    final Map<String, ObjectNode> providers = new TreeMap<>();
    final Set<String> links = new TreeSet<>();
    final List<String> writes = new ArrayList<>();
    private final HttpServer server;
    private int made;
    private boolean down;
    private int writesUntil;
    private Runnable thereupon;

    KeycloakDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::serve);
        server.start();
    }

    AdminConfig.Keycloak door() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new AdminConfig.Keycloak(address, "capaian", "s");
    }

    synchronized void down(boolean now) {
        down = now;
    }

    /** Does something when the n-th write from now is done and not yet answered. */
    synchronized void afterWrite(int n, Runnable act) {
        writesUntil = n;
        thereupon = act;
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (down) {
            answer(exchange, 503, JSON.createObjectNode());
        } else if (path.endsWith("/token")) {
            answer(exchange, 200, JSON.createObjectNode().put("access_token", "t").put("expires_in", 600));
        } else {
            Matcher match = PATH.matcher(path);
            match.matches();
            if (!"GET".equals(exchange.getRequestMethod())) {
                writes.add(exchange.getRequestMethod() + " " + match.group(1));
            }
            route(exchange, match, JSON.readTree(body));
        }
    }

    private void route(HttpExchange exchange, Matcher path, JsonNode body) throws IOException {
        boolean isUsers = "users".equals(path.group(1));
        Map<String, ObjectNode> store = isUsers ? users : organizations;
        String method = exchange.getRequestMethod();
        if ("identity-provider".equals(path.group(1))) {
            provider(exchange, path, body);
        } else if ("identity-providers".equals(path.group(3))) {
            providers.get(body.asText()).put("organizationId", path.group(2));
            answer(exchange, 204, null);
        } else if ("federated-identity".equals(path.group(3)) && "POST".equals(method)) {
            links.add(path.group(4) + " " + body.get("userId").asText());
            answer(exchange, 204, null);
        } else if ("federated-identity".equals(path.group(3))) {
            answer(exchange, 200, JSON.createArrayNode());
        } else if ("members".equals(path.group(2))) {
            String who = users.get(path.group(4).replace("/organizations", "")).get("username").asText();
            answer(exchange, 200, JSON.createArrayNode().addAll(organizations.values().stream()
                    .filter(one -> members.contains(one.get("alias").asText() + " " + who)).toList()));
        } else if ("logout".equals(path.group(3))) {
            answer(exchange, 200, JSON.createArrayNode());
        } else if (path.group(4) != null && path.group(4).startsWith("role-mappings")) {
            boolean operator = "operator".equals(users.get(path.group(2)).get("username").asText());
            answer(exchange, 200, JSON.createArrayNode().add(
                    JSON.createObjectNode().put("name", operator ? "operator" : "default-roles-capaian")));
        } else if ("credentials".equals(path.group(3))) {
            credentials(exchange, users.get(path.group(2)));
        } else if ("reset-password".equals(path.group(3))) {
            resetPassword(users.get(path.group(2)), body);
            answer(exchange, 204, null);
        } else if ("members".equals(path.group(3)) && "GET".equals(method)) {
            String alias = organizations.get(path.group(2)).get("alias").asText();
            answer(exchange, 200, JSON.createArrayNode().addAll(users.values().stream()
                    .filter(one -> members.contains(alias + " " + one.get("username").asText())).toList()));
        } else if ("DELETE".equals(method) && path.group(3) == null) {
            ObjectNode gone = store.remove(path.group(2));
            String name = gone.get(isUsers ? "username" : "alias").asText();
            members.removeIf(member -> isUsers ? member.endsWith(" " + name) : member.startsWith(name + " "));
            answer(exchange, 204, null);
        } else if ("members".equals(path.group(3))) {
            boolean leaves = "DELETE".equals(method);
            String who = users.get(leaves ? path.group(4) : body.asText()).get("username").asText();
            String member = organizations.get(path.group(2)).get("alias").asText() + " " + who;
            boolean changed = leaves ? members.remove(member) : members.add(member);
            answer(exchange, changed ? leaves ? 204 : 201 : leaves ? 404 : 409,
                    leaves ? null : JSON.createObjectNode());
        } else if ("GET".equals(method) && path.group(2) != null) {
            answer(exchange, store.containsKey(path.group(2)) ? 200 : 404, store.get(path.group(2)));
        } else if ("GET".equals(method)) {
            String query = exchange.getRequestURI().getQuery();
            answer(exchange, 200, JSON.createArrayNode().addAll(store.values().stream()
                    .filter(node -> !isUsers || query.endsWith("username=" + node.get("username").asText())).toList()));
        } else if ("POST".equals(method)) {
            String id = path.group(1) + "-" + made++;
            store.put(id, ((ObjectNode) body).put("id", id));
            exchange.getResponseHeaders().add("Location", "http://x" + path.group() + "/" + id);
            answer(exchange, 201, JSON.createObjectNode());
        } else if (isUsers && body.path("email").asText("-").isEmpty()
                && members.stream().anyMatch(one -> one.endsWith(" " + body.get("username").asText()))) {
            answer(exchange, 400, JSON.createObjectNode().put("errorMessage", "Email not set"));
        } else {
            store.put(path.group(2), ((ObjectNode) body).put("id", path.group(2)));
            answer(exchange, 204, null);
        }
    }

    private void provider(HttpExchange exchange, Matcher path, JsonNode body) throws IOException {
        String alias = path.group(3) == null ? body.path("alias").asText() : path.group(3);
        if ("import-config".equals(path.group(2))) {
            answer(exchange, 200, JSON.createObjectNode().put("issuer",
                    body.get("fromUrl").asText().replace("/.well-known/openid-configuration", "")));
        } else if (path.group(4) != null) {
            answer(exchange, "GET".equals(exchange.getRequestMethod()) ? 200 : 201, JSON.createArrayNode());
        } else if ("DELETE".equals(exchange.getRequestMethod())) {
            answer(exchange, providers.remove(alias) == null ? 404 : 204, null);
        } else if ("GET".equals(exchange.getRequestMethod())) {
            answer(exchange, providers.containsKey(alias) ? 200 : 404, providers.get(alias));
        } else {
            providers.put(alias, (ObjectNode) body);
            answer(exchange, 204, null);
        }
    }

    private void credentials(HttpExchange exchange, ObjectNode user) throws IOException {
        if (!"GET".equals(exchange.getRequestMethod())) {
            user.remove("credentials");
            answer(exchange, 204, null);
            return;
        }
        answer(exchange, 200, user.has("credentials")
                ? JSON.createArrayNode().add(JSON.createObjectNode().put("id", "c").put("type", "password"))
                : JSON.createArrayNode());
    }

    private static void resetPassword(ObjectNode user, JsonNode password) {
        user.putArray("credentials").add(password);
        user.putArray("requiredActions").add("UPDATE_PASSWORD");
    }

    /** The account with this name. */
    synchronized ObjectNode user(String username) {
        return users.values().stream().filter(user -> username.equals(user.path("username").asText())).findFirst()
                .orElseThrow();
    }

    /** The first password that was set last, or null. */
    synchronized String password(String username) {
        return user(username).at("/credentials/0/value").asText(null);
    }

    /** The person has signed in and chosen a password. */
    synchronized void choosesPassword(String username) {
        ObjectNode user = user(username);
        user.putArray("credentials").addObject().put("type", "password").put("value", "own");
        user.remove("requiredActions");
    }

    private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        boolean write = !"GET".equals(exchange.getRequestMethod()) && exchange.getRequestURI().getPath().contains("/admin/");
        if (write && --writesUntil == 0) {
            thereupon.run();
        }
        byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
