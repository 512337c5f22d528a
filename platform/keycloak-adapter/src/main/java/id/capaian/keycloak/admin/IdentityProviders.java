package id.capaian.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Governments' own identity providers, brokered by Keycloak. Such a provider says a number, and is believed only about
 * accounts that {@link #link} gave to it beforehand: the number it says is looked up among its own links, never among
 * user names or addresses, and whoever is not found is refused by the flow {@code capaian broker}. So it can neither
 * make an account nor speak for one of another government, whatever it says.
 */
public final class IdentityProviders {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String INSTANCES = "/identity-provider/instances";
    private static final String REFUSAL = "capaian broker";
    private static final String MAPPER = "number";
    private static final String HIDDEN_SECRET = "**********";
    private static final String CLIENT_SECRET = "clientSecret";
    private static final int NOT_FOUND = 404;

    private final AdminApi api;

    IdentityProviders(AdminApi api) {
        this.api = api;
    }

    /**
     * Whether the provider is there as it shall be, its secret aside: Keycloak does not give that out.
     *
     * @param organizationId organization that owns it
     */
    public boolean isThere(String organizationId, IdentityProvider wanted) {
        JsonNode present = get(wanted.alias());
        return !present.isMissingNode() && agrees(present, toJson(wanted)) && hasMapper(wanted)
                && organizationId.equals(present.path("organizationId").asText());
    }

    /**
     * Makes the provider, or brings it up to date, secret included, and gives it to the organization.
     *
     * @throws KeycloakRefused when Keycloak finds no such issuer
     */
    public void ensure(String organizationId, IdentityProvider wanted) {
        String action = "set up identity provider " + wanted.alias();
        ObjectNode json = toJson(wanted);
        json.withObject("/config").setAll(discovered(action, wanted));
        if (get(wanted.alias()).isMissingNode()) {
            api.post(action, INSTANCES, json);
        } else {
            api.put(action, path(wanted.alias()), json.put("organizationId", organizationId));
        }
        if (!organizationId.equals(get(wanted.alias()).path("organizationId").asText())) {
            api.post(action, "/organizations/" + AdminApi.encode(organizationId) + "/identity-providers",
                    JSON.textNode(wanted.alias()));
        }
        ensureMapper(action, wanted);
    }

    /** Takes the provider away, and with it every link to it; none is fine. */
    public void remove(String alias) {
        api.delete("remove identity provider " + alias, path(alias));
    }

    /** Lets the provider speak for an account when it says this number; a link that is there is fine. */
    public void link(String alias, String accountId, String number) {
        api.create("link an account to identity provider " + alias,
                "/users/" + AdminApi.encode(accountId) + "/federated-identity/" + AdminApi.encode(alias),
                JSON.objectNode().put("identityProvider", alias).put("userId", number).put("userName", number));
    }

    /** Addresses and keys, as the provider publishes them. */
    private ObjectNode discovered(String action, IdentityProvider wanted) {
        JsonNode found = api.ask(action, "/identity-provider/import-config", JSON.objectNode().put("providerId", "oidc")
                .put("fromUrl", wanted.issuer() + "/.well-known/openid-configuration"));
        if (!wanted.issuer().toString().equals(found.path("issuer").asText())) {
            throw new KeycloakRefused(action, NOT_FOUND, "another issuer answers there");
        }
        ObjectNode addresses = JSON.objectNode();
        for (String name : List.of("authorizationUrl", "tokenUrl", "jwksUrl")) {
            addresses.put(name, found.path(name).asText());
        }
        return addresses;
    }

    private JsonNode get(String alias) {
        return api.get("look for identity provider " + alias, path(alias));
    }

    private static boolean agrees(JsonNode present, ObjectNode wanted) {
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (!field.getKey().equals("config") && !field.getValue().equals(present.path(field.getKey()))) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> entry : wanted.get("config").properties()) {
            if (!entry.getKey().equals(CLIENT_SECRET)
                    && !entry.getValue().equals(present.path("config").path(entry.getKey()))) {
                return false;
            }
        }
        return HIDDEN_SECRET.equals(present.path("config").path(CLIENT_SECRET).asText());
    }

    private boolean hasMapper(IdentityProvider wanted) {
        JsonNode mappers = api.get("look for mappers", path(wanted.alias()) + "/mappers");
        return mappers.size() == 1 && mapper(wanted).get("config").equals(mappers.get(0).path("config"));
    }

    private void ensureMapper(String action, IdentityProvider wanted) {
        if (hasMapper(wanted)) {
            return;
        }
        for (JsonNode mapper : api.get(action, path(wanted.alias()) + "/mappers")) {
            api.delete(action, path(wanted.alias()) + "/mappers/" + AdminApi.encode(mapper.path("id").asText()));
        }
        api.post(action, path(wanted.alias()) + "/mappers", mapper(wanted));
    }

    /** The number, not the provider's own subject, is what an account is found by. */
    private static ObjectNode mapper(IdentityProvider wanted) {
        ObjectNode mapper = JSON.objectNode().put("name", MAPPER).put("identityProviderAlias", wanted.alias())
                .put("identityProviderMapper", "oidc-username-idp-mapper");
        mapper.putObject("config").put("syncMode", "INHERIT").put("target", "BROKER_ID")
                .put("template", "${CLAIM." + wanted.usernameClaim() + "}");
        return mapper;
    }

    private static ObjectNode toJson(IdentityProvider wanted) {
        ObjectNode json = JSON.objectNode().put("alias", wanted.alias()).put("displayName", wanted.displayName())
                .put("providerId", "oidc").put("enabled", true).put("trustEmail", false).put("storeToken", false)
                .put("linkOnly", false).put("hideOnLogin", false).put("firstBrokerLoginFlowAlias", REFUSAL);
        Map<String, String> config = new TreeMap<>(Map.of("issuer", wanted.issuer().toString(),
                "clientId", wanted.clientId(), CLIENT_SECRET, wanted.clientSecret(),
                "clientAuthMethod", "client_secret_post"));
        // Names and addresses are ours to know: only the number is asked for, and nothing of ours is overwritten.
        config.putAll(Map.of("defaultScope", "openid", "syncMode", "IMPORT", "disableUserInfo", "true",
                "useJwksUrl", "true", "validateSignature", "true", "pkceEnabled", "true", "pkceMethod", "S256"));
        ObjectNode node = json.putObject("config");
        config.forEach(node::put);
        return json;
    }

    private static String path(String alias) {
        return INSTANCES + "/" + AdminApi.encode(alias);
    }
}
