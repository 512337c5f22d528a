package id.capaian.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keycloak's users. Error messages name no username, because it is a NIP. */
public final class Accounts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";

    private final AdminApi api;

    Accounts(AdminApi api) {
        this.api = api;
    }

    /**
     * The account with exactly this username.
     *
     * @param username NIP or NI PPPK
     * @return empty when there is none
     */
    public Optional<Account> find(String username) {
        JsonNode found = api.get("look for an account",
                "/users?exact=true&briefRepresentation=true&username=" + AdminApi.encode(username));
        for (JsonNode node : found) {
            if (username.equalsIgnoreCase(node.path("username").asText())) {
                return Optional.of(new Account(node.path("id").asText(), node.path("username").asText(),
                        node.path("enabled").asBoolean()));
            }
        }
        return Optional.empty();
    }

    /**
     * Who the account is for, and whether they have a password of their own.
     *
     * @return empty when there is no such account
     */
    public Optional<Newcomer> newcomer(String accountId) {
        String action = "look at an account";
        JsonNode user = api.get(action, path(accountId));
        if (user.isMissingNode()) {
            return Optional.empty();
        }
        boolean toChange = false;
        for (JsonNode required : user.path("requiredActions")) {
            toChange |= UPDATE_PASSWORD.equals(required.asText());
        }
        boolean password = false;
        for (JsonNode credential : api.get(action, path(accountId) + "/credentials")) {
            password |= "password".equals(credential.path("type").asText());
        }
        return Optional.of(new Newcomer(user.path("username").asText(), user.path("firstName").asText(),
                password && !toChange));
    }

    /**
     * Makes the account when it is not there. An account that is there is left as it is: its password has perhaps been
     * changed by its owner.
     *
     * @return the account, new or old
     */
    public Account ensure(NewAccount wanted) {
        Optional<Account> present = find(wanted.username());
        if (present.isPresent()) {
            return present.get();
        }
        String id = api.create("make an account", "/users", toJson(wanted));
        if (id != null && !id.isEmpty()) {
            return new Account(id, wanted.username(), true);
        }
        return find(wanted.username()).orElseThrow(() -> new KeycloakRefused(
                "make an account", 409, "the e-mail address belongs to another account"));
    }

    /**
     * Gives an account that is there to whom it is wanted for: name, address and first password become theirs, every
     * other way in (passwords, second factors, another government's identity provider) and every running session ends.
     */
    public void renew(String accountId, NewAccount wanted) {
        String action = "renew an account";
        for (JsonNode credential : api.get(action, path(accountId) + "/credentials")) {
            api.delete(action, path(accountId) + "/credentials/" + AdminApi.encode(credential.path("id").asText()));
        }
        for (JsonNode link : api.get(action, path(accountId) + "/federated-identity")) {
            api.delete(action, path(accountId) + "/federated-identity/"
                    + AdminApi.encode(link.path("identityProvider").asText()));
        }
        // A person without an address must not keep the one of somebody else.
        api.put(action, path(accountId), toJson(wanted).put("email", wanted.email() == null ? "" : wanted.email())
                .put("emailVerified", false));
        api.post(action, path(accountId) + "/logout", JSON.objectNode());
    }

    /** Sets another password, for somebody who lost it; a temporary one must be changed at the next sign-in. */
    public void resetPassword(String accountId, FirstPassword.Plain password) {
        api.put("set a password", path(accountId) + "/reset-password", password.toJson());
    }

    /** Lets the account sign in, or keeps it out; running sessions end at their next refresh. */
    public void setEnabled(String accountId, boolean enabled) {
        api.put(enabled ? "enable an account" : "disable an account", path(accountId),
                JSON.objectNode().put("enabled", enabled));
    }

    /** Deletes the account with everything it has; none is fine. */
    public void delete(String accountId) {
        api.delete("delete an account", path(accountId));
    }

    /** Whether the account has a role in the realm besides those everybody has: an operator's or analyst's. */
    public boolean hasRealmRole(String accountId) {
        for (JsonNode role : api.get("look for realm roles", path(accountId) + "/role-mappings/realm")) {
            if (!role.path("name").asText().startsWith("default-roles-")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Gives the account a realm role ({@code national_analyst} or {@code operator}); one it has already is fine.
     * Roles inside a tenant are not Keycloak's business.
     */
    public void assignRealmRole(String accountId, String role) {
        String action = "assign realm role " + role;
        String roles = path(accountId) + "/role-mappings/realm";
        if (named(api.get(action, roles), role) != null) {
            return;
        }
        // Read from the account's side: that needs no right to see the realm.
        JsonNode wanted = named(api.get(action, roles + "/available"), role);
        if (wanted == null) {
            throw new KeycloakRefused(action, 404, "no such role");
        }
        api.post(action, roles, JSON.arrayNode().add(JSON.objectNode()
                .put("id", wanted.path("id").asText()).put("name", role)));
    }

    private static JsonNode named(JsonNode roles, String name) {
        for (JsonNode role : roles) {
            if (name.equals(role.path("name").asText())) {
                return role;
            }
        }
        return null;
    }

    static ObjectNode attributes(Map<String, List<String>> attributes) {
        ObjectNode node = JSON.objectNode();
        attributes.forEach((name, values) -> values.forEach(node.withArray(name)::add));
        return node;
    }

    private static ObjectNode toJson(NewAccount wanted) {
        ObjectNode node = JSON.objectNode()
                .put("username", wanted.username()).put("enabled", true).put("firstName", wanted.name());
        if (wanted.email() != null) {
            node.put("email", wanted.email());
        }
        node.set("attributes", attributes(wanted.attributes()));
        FirstPassword password = wanted.password();
        if (password != null) {
            node.putArray("credentials").add(password.toJson());
        }
        if (password != null && password.temporary()) {
            node.putArray("requiredActions").add(UPDATE_PASSWORD);
        }
        return node;
    }

    private static String path(String id) {
        return "/users/" + AdminApi.encode(id);
    }
}
