package id.capaian.keycloak.signon;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Settings of sign-on, read once at start.
 *
 * @param baseUrl      public address of the server without trailing slash, for instance {@code https://capaian.go.id}
 * @param issuer       Keycloak's realm, {@code capaian.keycloak.url + /realms/ + capaian.keycloak.realm}
 * @param clientId     our client in that realm, {@code capaian-web}
 * @param clientSecret its secret
 * @param audience     audience every access token must name, {@code capaian-api}
 * @param keys         keys of cookies and form tokens
 * @param outage       how long a session goes on after its last good refresh while Keycloak cannot be reached
 */
public record SignOnSettings(String baseUrl, String issuer, String clientId, String clientSecret, String audience,
                             CookieKeys keys, Duration outage) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST_OUTAGE_HOURS = 72;

    /**
     * Reads the settings from {@code capaian.*} keys.
     *
     * @param key value of a configuration key, empty when it is not set
     * @throws IllegalStateException with one sentence for every key that is missing or wrong
     */
    public static SignOnSettings from(Function<String, Optional<String>> key) {
        Reader reader = new Reader(key);
        String baseUrl = reader.address("capaian.base-url", "the public address of this server");
        String keycloak = reader.address("capaian.keycloak.url", "the address of Keycloak");
        String realm = reader.text("capaian.keycloak.realm", "capaian");
        SignOnSettings settings = new SignOnSettings(baseUrl, keycloak + "/realms/" + realm,
                reader.text("capaian.keycloak.client-id", "capaian-web"),
                reader.required("capaian.keycloak.client-secret", "the secret of Keycloak's client capaian-web"),
                reader.text("capaian.keycloak.audience", "capaian-api"), reader.keys(), reader.outage());
        reader.complain();
        return settings;
    }

    /** True when people reach us by https. */
    boolean secure() {
        return baseUrl.startsWith("https:");
    }

    /** Where Keycloak sends people back to; must be a redirect URI of the client, exactly. */
    public String callback() {
        return baseUrl + "/sign-in/callback";
    }

    String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "SignOnSettings[" + baseUrl + ", " + issuer + ", " + clientId + "]";
    }

    /** Collects complaints instead of stopping at the first, so that one start tells all. */
    private static final class Reader {

        private final Function<String, Optional<String>> key;
        private final List<String> complaints = new ArrayList<>();

        Reader(Function<String, Optional<String>> key) {
            this.key = key;
        }

        String text(String name, String otherwise) {
            return key.apply(name).map(String::strip).filter(value -> !value.isEmpty()).orElse(otherwise);
        }

        String required(String name, String meaning) {
            String value = text(name, null);
            if (value == null) {
                complaints.add("Set " + name + ": " + meaning + ".");
            }
            return value;
        }

        String address(String name, String meaning) {
            String value = required(name, meaning);
            if (value == null) {
                return "";
            }
            try {
                URI uri = URI.create(value.replaceAll("/+$", ""));
                boolean https = "https".equals(uri.getScheme());
                boolean localHttp = "http".equals(uri.getScheme()) && uri.getHost() != null
                        && (THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT))
                        || !name.equals("capaian.base-url"));
                if (uri.getHost() != null && (https || localHttp)) {
                    return uri.toString();
                }
            } catch (IllegalArgumentException notAnAddress) {
                // The sentence below says what is wanted.
            }
            complaints.add(name + " is " + value + ", which is no https address"
                    + " (plain http: this machine only, for Keycloak any).");
            return "";
        }

        CookieKeys keys() {
            String current = required("capaian.cookie.key", "32 random bytes in base64, the same on every node");
            try {
                return current == null ? null : CookieKeys.of(current, text("capaian.cookie.key.previous", null));
            } catch (IllegalArgumentException notAKey) {
                complaints.add("capaian.cookie.key (or .previous) is not 32 bytes in base64: "
                        + notAKey.getMessage() + ".");
                return null;
            }
        }

        Duration outage() {
            String hours = text("capaian.session.outage-hours", "8");
            try {
                int value = Integer.parseInt(hours);
                if (value >= 0 && value <= LONGEST_OUTAGE_HOURS) {
                    return Duration.ofHours(value);
                }
            } catch (NumberFormatException notANumber) {
                // The sentence below says what is wanted.
            }
            complaints.add("capaian.session.outage-hours is " + hours + ", it must be a whole number from 0 to "
                    + LONGEST_OUTAGE_HOURS + ".");
            return Duration.ZERO;
        }

        void complain() {
            if (!complaints.isEmpty()) {
                throw new IllegalStateException(String.join(" ", complaints));
            }
        }
    }
}
