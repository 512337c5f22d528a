package id.capaian.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keycloak's organizations: one per tenant, its alias the tenant code. */
public final class Organizations {

    /** Keycloak searches organizations by name, domain and attribute, not by alias; so the code is an attribute too. */
    private static final String TENANT = "tenant";
    private static final int PAGE = 100;

    private final AdminApi api;

    Organizations(AdminApi api) {
        this.api = api;
    }

    /**
     * The organization with this alias.
     *
     * @param alias tenant code
     * @return empty when there is none
     */
    public Optional<Organization> find(String alias) {
        JsonNode marked = list(alias, "?briefRepresentation=false&q=" + AdminApi.encode(TENANT + ":" + alias));
        Optional<Organization> found = withAlias(marked, alias);
        return found.isPresent() ? found : findUnmarked(alias);
    }

    /**
     * Makes the organization when it is not there and brings name and attributes up to date when it is. Attributes not
     * named stay as they are; whether it is enabled is not touched.
     *
     * @param alias      tenant code
     * @param name       name shown on the sign-in page
     * @param attributes attributes to set
     * @return the organization as it is now
     */
    public Organization ensure(String alias, String name, Map<String, List<String>> attributes) {
        Map<String, List<String>> wanted = new HashMap<>(attributes);
        wanted.put(TENANT, List.of(alias));
        Optional<Organization> present = find(alias);
        if (present.isEmpty() && create(alias, name, wanted)) {
            return find(alias).orElseThrow(() -> new KeycloakUnavailable(
                    "organization " + alias + " was made but cannot be read back", null));
        }
        Organization old = present.or(() -> find(alias)).orElseThrow(() -> new KeycloakRefused(
                "make organization " + alias, 409, "its name belongs to another organization"));
        return update(old, name, wanted);
    }

    /**
     * Lets the tenant's people in, or keeps them out. A disabled organization ends sign-in at once and running sessions
     * at their next refresh.
     */
    public void setEnabled(String alias, boolean enabled) {
        String action = (enabled ? "enable" : "disable") + " organization " + alias;
        Organization organization = find(alias)
                .orElseThrow(() -> new KeycloakRefused(action, 404, "no such organization"));
        if (organization.enabled() != enabled) {
            api.put(action, path(organization.id()), toJson(new Organization(organization.id(), alias,
                    organization.name(), enabled, organization.attributes())));
        }
    }

    /** Makes the account a member; a member already is fine. */
    public void addMember(String organizationId, String accountId) {
        api.create("add a member", path(organizationId) + "/members", JsonNodeFactory.instance.textNode(accountId));
    }

    /** Ends the membership; no member is fine. The account itself stays. */
    public void removeMember(String organizationId, String accountId) {
        api.delete("remove a member", path(organizationId) + "/members/" + AdminApi.encode(accountId));
    }

    /** Ids of its members. */
    public List<String> members(String organizationId) {
        List<String> ids = new ArrayList<>();
        for (int first = 0; ; first += PAGE) {
            JsonNode page = api.get("look for members",
                    path(organizationId) + "/members?first=" + first + "&max=" + PAGE);
            page.forEach(node -> ids.add(node.path("id").asText()));
            if (page.size() < PAGE) {
                return ids;
            }
        }
    }

    /** Deletes the organization and with it all memberships; none is fine. The accounts stay. */
    public void delete(String organizationId) {
        api.delete("delete an organization", path(organizationId));
    }

    /** True when the account is a member. */
    public boolean isMember(String organizationId, String accountId) {
        return api.get("look for a member",
                path(organizationId) + "/members/" + AdminApi.encode(accountId)).hasNonNull("id");
    }

    /** Ids of the organizations the account is a member of. */
    public Set<String> idsOf(String accountId) {
        Set<String> ids = new HashSet<>();
        api.get("look for memberships", "/organizations/members/" + AdminApi.encode(accountId) + "/organizations")
                .forEach(node -> ids.add(node.path("id").asText()));
        return ids;
    }

    private boolean create(String alias, String name, Map<String, List<String>> attributes) {
        return api.create("make organization " + alias, "/organizations",
                toJson(new Organization("", alias, name, true, attributes))) != null;
    }

    private Organization update(Organization old, String name, Map<String, List<String>> wanted) {
        Map<String, List<String>> attributes = new HashMap<>(old.attributes());
        attributes.putAll(wanted);
        if (old.name().equals(name) && old.attributes().equals(attributes)) {
            return old;
        }
        Organization updated = new Organization(old.id(), old.alias(), name, old.enabled(), attributes);
        api.put("update organization " + old.alias(), path(old.id()), toJson(updated));
        return updated;
    }

    /** Organizations that a realm file brought in do not carry our attribute: look through all of them. */
    private Optional<Organization> findUnmarked(String alias) {
        for (int first = 0; ; first += PAGE) {
            JsonNode page = list(alias, "?briefRepresentation=false&first=" + first + "&max=" + PAGE);
            Optional<Organization> found = withAlias(page, alias);
            if (found.isPresent() || page.size() < PAGE) {
                return found;
            }
        }
    }

    private JsonNode list(String alias, String query) {
        return api.get("look for organization " + alias, "/organizations" + query);
    }

    private static Optional<Organization> withAlias(JsonNode page, String alias) {
        for (JsonNode node : page) {
            if (alias.equals(node.path("alias").asText())) {
                return Optional.of(fromJson(node));
            }
        }
        return Optional.empty();
    }

    private static String path(String id) {
        return "/organizations/" + AdminApi.encode(id);
    }

    private static Organization fromJson(JsonNode node) {
        Map<String, List<String>> attributes = new HashMap<>();
        node.path("attributes").properties().forEach(entry -> {
            List<String> values = new ArrayList<>();
            entry.getValue().forEach(value -> values.add(value.asText()));
            attributes.put(entry.getKey(), List.copyOf(values));
        });
        return new Organization(node.path("id").asText(), node.path("alias").asText(), node.path("name").asText(),
                node.path("enabled").asBoolean(true), attributes);
    }

    private static ObjectNode toJson(Organization organization) {
        ObjectNode node = JsonNodeFactory.instance.objectNode()
                .put("alias", organization.alias()).put("name", organization.name())
                .put("enabled", organization.enabled());
        if (!organization.id().isEmpty()) {
            node.put("id", organization.id());
        }
        node.set("attributes", Accounts.attributes(organization.attributes()));
        return node;
    }
}
