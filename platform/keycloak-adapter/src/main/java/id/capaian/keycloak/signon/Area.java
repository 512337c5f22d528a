package id.capaian.keycloak.signon;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the product one signs in to: a tenant, the national pages, or the operator's pages. A session and a token
 * are good for one area only.
 *
 * @param kind what sort of area
 * @param code first word of its page addresses and tail of its cookie's name: the tenant code, {@code nasional} or
 *             {@code operator}
 */
public record Area(Kind kind, String code) {

    /** The sorts of area. */
    public enum Kind {
        /** One regional government; its people are members of its organization. */
        TENANT,
        /** National analysts; realm role {@code national_analyst}, no organization. */
        NATIONAL,
        /** Operators of the platform; realm role {@code operator}, no organization. */
        OPERATOR
    }

    /** The national pages. */
    public static final Area NATIONAL = new Area(Kind.NATIONAL, "nasional");
    /** The operator's pages. */
    public static final Area OPERATOR = new Area(Kind.OPERATOR, "operator");

    /** First words that are addresses of the product itself and can therefore be no tenant's code. */
    public static final Set<String> RESERVED = Set.of("nasional", "national", "operator", "api", "health", "metrics",
            "openapi", "gaya", "problems", "assets", "sign-in", "masuk", "publik");

    /**
     * The area a first word of a page address names.
     *
     * @return empty for reserved words and for what can be no tenant code; whether such a tenant exists is not known
     */
    public static Optional<Area> ofPageWord(String word) {
        return switch (word) {
            case "nasional" -> Optional.of(NATIONAL);
            case "operator" -> Optional.of(OPERATOR);
            default -> tenant(word);
        };
    }

    /** The area a second word of an API address ({@code /api/…}) names; empty as in {@link #ofPageWord}. */
    public static Optional<Area> ofApiWord(String word) {
        return switch (word) {
            case "national" -> Optional.of(NATIONAL);
            case "operator" -> Optional.of(OPERATOR);
            default -> tenant(word);
        };
    }

    /** The tenant's code; null in the national and the operator's area. */
    public String tenant() {
        return kind == Kind.TENANT ? code : null;
    }

    /** Address of the area's first page. */
    public String home() {
        return "/" + code + "/";
    }

    /** What is asked of Keycloak at sign-in: exactly this organization, or none. */
    String scope() {
        return kind == Kind.TENANT ? "openid organization:" + code : "openid";
    }

    /** Realm role that opens the area; null for tenants, where realm roles count for nothing. */
    String realmRole() {
        return switch (kind) {
            case TENANT -> null;
            case NATIONAL -> "national_analyst";
            case OPERATOR -> "operator";
        };
    }

    /** Role as {@code @RolesAllowed} writes it for a {@link #realmRole}. */
    static String roleName(String realmRole) {
        return realmRole.toUpperCase(Locale.ROOT);
    }

    private static Optional<Area> tenant(String word) {
        return isTenantCode(word) && !RESERVED.contains(word)
                ? Optional.of(new Area(Kind.TENANT, word)) : Optional.empty();
    }

    /** {@code [a-z][a-z0-9]{1,29}}, by hand because every request comes by here. */
    private static boolean isTenantCode(String word) {
        int length = word.length();
        if (length < 2 || length > 30 || word.charAt(0) < 'a' || word.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
