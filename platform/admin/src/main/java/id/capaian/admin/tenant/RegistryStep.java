package id.capaian.admin.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.capaian.admin.AdminException;
import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what the file says into the registry. Whether the tenant is served is the last step's business. */
final class RegistryStep implements Step {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private record Row(String name, String governmentCode, String governmentName, String provinceCode, String scope,
                       String timeZone, String locale, String settings) {
    }

    private record Offer(String packId, String from, String below) {
    }

    @Override
    public StepName name() {
        return StepName.REGISTRY;
    }

    @Override
    public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
        List<String> lines = new ArrayList<>();
        if (!List.of(wanted(tenant)).equals(present(connection, tenant.code()))) {
            lines.add("write " + tenant.code() + " into the registry");
        }
        if (!offersWanted(tenant).equals(offersPresent(connection, tenant.code()))) {
            lines.add("offer packs " + tenant.packs().stream().map(TenantConfig.Pack::id).toList());
        }
        return lines;
    }

    @Override
    public void act(Connection connection, TenantConfig tenant) throws SQLException {
        requireProvince(connection, tenant);
        Row row = wanted(tenant);
        Sql.update(connection, """
                insert into registry.tenant as t (code, name, government_code, government_name, province_code, scope,
                    time_zone, locale, settings, desired_state, observed_state, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, 'CREATING', clock_timestamp())
                on conflict (code) do update set name = excluded.name, government_code = excluded.government_code,
                    government_name = excluded.government_name, province_code = excluded.province_code,
                    scope = excluded.scope, time_zone = excluded.time_zone, locale = excluded.locale,
                    settings = excluded.settings, changed_at = excluded.changed_at""",
                tenant.code(), row.name(), row.governmentCode(), row.governmentName(), row.provinceCode(), row.scope(),
                row.timeZone(), row.locale(), row.settings(), tenant.state().name());
        Sql.update(connection, "delete from registry.pack_offer where tenant = ?", tenant.code());
        for (Offer offer : offersWanted(tenant)) {
            Sql.update(connection, "insert into registry.pack_offer (tenant, pack_id, version_from, version_below)"
                    + " values (?, ?, ?, ?)", tenant.code(), offer.packId(), offer.from(), offer.below());
        }
    }

    private static void requireProvince(Connection connection, TenantConfig tenant) throws SQLException {
        String province = tenant.government().province();
        if (!Sql.holds(connection, "select true from ref.region where code = ? and kind = 'PROVINCE'", province)) {
            throw new AdminException(tenant.code() + ": government.province is '" + province
                    + "', which is no province: use the two digits Kemendagri gives it.");
        }
    }

    private static Row wanted(TenantConfig tenant) {
        return new Row(tenant.name(), tenant.government().code(), tenant.government().name(),
                tenant.government().province(), tenant.scope(), tenant.timeZone(), tenant.locale(),
                canonical(Map.of("contacts", tenant.contacts())));
    }

    private static List<Row> present(Connection connection, String code) throws SQLException {
        return Sql.rows(connection, """
                select name, government_code, government_name, province_code, scope, time_zone, locale, settings
                  from registry.tenant where code = ?""",
                row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6), row.getString(7), canonical(read(row.getString(8)))), code);
    }

    private static Set<Offer> offersWanted(TenantConfig tenant) {
        Set<Offer> offers = new HashSet<>();
        tenant.packs().forEach(pack -> offers.add(new Offer(pack.id(), pack.from(), pack.below())));
        return offers;
    }

    private static Set<Offer> offersPresent(Connection connection, String code) throws SQLException {
        return new HashSet<>(Sql.rows(connection,
                "select pack_id, version_from, version_below from registry.pack_offer where tenant = ?",
                row -> new Offer(row.getString(1), row.getString(2), row.getString(3)), code));
    }

    private static Map<?, ?> read(String json) {
        try {
            return JSON.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database returned JSON that is none", e);
        }
    }

    private static String canonical(Map<?, ?> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings always have JSON", e);
        }
    }
}
