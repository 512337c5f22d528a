package id.capaian.admin.config;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.admin.AdminException;
import id.capaian.admin.tenant.TenantConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tenants of {@code tenants-config/tenants}, one file each, named by code. */
public final class TenantFiles {

    private static final String SUFFIX = ".yaml";
    /** Settings begin before any period, so that no date falls in front of them. */
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    private final ConfigFile format = new ConfigFile("tenant");
    private final Path folder;

    /** @param configDir folder {@code tenants-config} */
    public TenantFiles(Path configDir) {
        this.folder = configDir.resolve("tenants");
    }

    /** Every tenant, in the order of codes. */
    public List<TenantConfig> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().map(this::read).toList();
        } catch (IOException e) {
            throw new AdminException("Cannot read " + folder + ": set CAPAIAN_CONFIG_DIR to tenants-config.", e);
        }
    }

    /** The tenant with this code. */
    public TenantConfig one(String code) {
        Path file = folder.resolve(code + SUFFIX);
        if (!Files.isRegularFile(file)) {
            throw new AdminException("There is no " + file + ": write it, or correct the code.");
        }
        return read(file);
    }

    /**
     * Reads one tenant from text.
     *
     * @param file name to use in refusals
     */
    public static TenantConfig parse(String file, String yaml) {
        return toTenant(file, new ConfigFile("tenant").read(file, yaml));
    }

    private TenantConfig read(Path file) {
        String name = file.getFileName().toString();
        try {
            TenantConfig tenant = toTenant(name, format.read(name, Files.readString(file)));
            if (!name.equals(tenant.code() + SUFFIX)) {
                throw new AdminException(name + ": code: is '" + tenant.code() + "'; the file must be called "
                        + tenant.code() + SUFFIX + ".");
            }
            return tenant;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TenantConfig toTenant(String file, JsonNode node) {
        JsonNode government = node.get("government");
        return new TenantConfig(text(node, "code"), text(node, "name"),
                new TenantConfig.Government(text(government, "code"), text(government, "name"),
                        text(government, "province")),
                text(node, "scope"), text(node, "timeZone"), text(node, "locale"),
                TenantConfig.State.valueOf(text(node, "state").toUpperCase(Locale.ROOT)),
                periods(file, node.get("calendar")), settings(file, node), packs(node), firstAdmin(node.get("firstAdmin")),
                strings(node.get("contacts")), ownProvider(node.get("identityProvider")));
    }

    private static List<TenantConfig.Period> periods(String file, JsonNode calendar) {
        List<TenantConfig.Period> periods = new ArrayList<>();
        for (JsonNode period : calendar.get("periods")) {
            String kind = period.has("kind") ? text(period, "kind") : text(calendar, "kind");
            LocalDate startsOn = date(file, "calendar.periods.startsOn", text(period, "startsOn"));
            LocalDate endsOn = date(file, "calendar.periods.endsOn", text(period, "endsOn"));
            if (endsOn.isBefore(startsOn)) {
                throw new AdminException(file + ": calendar.periods: " + text(period, "code")
                        + " ends before it starts: exchange or correct the dates.");
            }
            periods.add(new TenantConfig.Period(text(period, "code"), text(period, "name"), kind, startsOn, endsOn,
                    text(period, "status")));
        }
        return periods;
    }

    private static LocalDate date(String file, String field, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new AdminException(file + ": " + field + ": '" + value
                    + "' is not in the calendar: use a date that exists.", e);
        }
    }

    /** The file's word with hyphens is the server's name of the setting; a test in the server compares them. */
    private static List<TenantConfig.Setting> settings(String file, JsonNode node) {
        List<TenantConfig.Setting> settings = new ArrayList<>();
        strings(node.get("settings")).forEach((name, value) ->
                settings.add(new TenantConfig.Setting("evaluation." + hyphenated(name), value, BEGINNING)));
        JsonNode calendar = node.get("calendar");
        if (calendar.has("holidays")) {
            List<String> days = new ArrayList<>();
            calendar.get("holidays").forEach(day ->
                    days.add(date(file, "calendar.holidays", day.asText()).toString()));
            settings.add(new TenantConfig.Setting("calendar.holidays", String.join(",", new TreeSet<>(days)),
                    LocalDate.of(calendar.get("year").asInt(), 1, 1)));
        }
        return settings;
    }

    static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<TenantConfig.Pack> packs(JsonNode node) {
        List<TenantConfig.Pack> packs = new ArrayList<>();
        for (JsonNode pack : node.get("packs")) {
            JsonNode versions = pack.path("versions");
            packs.add(new TenantConfig.Pack(text(pack, "id"), text(versions, "from"), text(versions, "below")));
        }
        return packs;
    }

    private static TenantConfig.FirstAdmin firstAdmin(JsonNode node) {
        return node == null ? null
                : new TenantConfig.FirstAdmin(text(node, "username"), text(node, "name"), text(node, "email"));
    }

    private static TenantConfig.OwnProvider ownProvider(JsonNode node) {
        return node == null ? null : new TenantConfig.OwnProvider(text(node, "name"), text(node, "issuer"),
                text(node, "clientId"), text(node, "usernameClaim"));
    }

    private static Map<String, String> strings(JsonNode node) {
        Map<String, String> values = new HashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
