package id.capaian.load.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import id.capaian.load.House;
import id.capaian.load.Http;
import id.capaian.load.Person;
import id.capaian.load.Person.Kind;
import id.capaian.plugin.engine.PackInvalid;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A region's pack offered to some tenants of a house, enabled by the admin of each and in force; disabled and offered
 * no more when closed.
 */
public final class EnabledPack implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 300_000;

    private final House house;
    private final Http node;
    private final RegionJar region;
    private final StagedVersions staged;
    private final List<Person> people;
    private final List<RegionAdmin> admins;
    private final List<UUID> bindings;

    /**
     * Stages a version and comes back when the server calculates with it.
     *
     * @param regionName e.g. {@code samarinda}
     * @param version    not staged before
     * @param tenants    whose first person becomes the admin
     */
    public EnabledPack(House house, String regionName, String version, List<Integer> tenants) throws Exception {
        this.house = house;
        this.node = new Http(house.system().serverUrl(), PATIENCE_MILLIS);
        this.region = region(regionName);
        this.people = tenants.stream().map(tenant -> new Person(tenant, 0)).toList();
        for (Person person : people) {
            house.system().asSuperuser("insert into registry.pack_offer (tenant, pack_id, version_from, version_below) values ('"
                    + person.code() + "', '" + packId() + "', '1.0.0', '2.0.0')");
        }
        this.admins = admins(people);
        this.staged = new StagedVersions(house.system());
        stage(List.of(version));
        this.bindings = enabled(version);
    }

    private static RegionJar region(String name) throws IOException, PackInvalid, ReflectiveOperationException {
        return RegionJar.all().stream().filter(region -> region.region().equals(name)).findFirst().orElseThrow();
    }

    private List<RegionAdmin> admins(List<Person> persons) throws SQLException, JOSEException {
        List<RegionAdmin> made = new ArrayList<>();
        for (Person person : persons) {
            made.add(new RegionAdmin(house.system(), person));
        }
        return made;
    }

    private List<UUID> enabled(String version) throws IOException, InterruptedException {
        List<UUID> made = new ArrayList<>();
        for (RegionAdmin admin : admins) {
            UUID binding = admin.enable(node, packId(), version);
            admin.awaitInForce(node, binding, RegionAdmin.SELDOM);
            made.add(binding);
        }
        return made;
    }

    /** Stages further versions, the same but for their numbers; comes back when the server has checked them. */
    void stage(List<String> versions) throws IOException, InterruptedException {
        staged.stage(region, versions);
        admins.get(0).awaitChecked(node, packId(), versions);
    }

    String packId() {
        return region.jar().id();
    }

    RegionJar region() {
        return region;
    }

    Http node() {
        return node;
    }

    /** Admin and first binding of a tenant, by its place among those given. */
    RegionAdmin admin(int place) {
        return admins.get(place);
    }

    UUID binding(int place) {
        return bindings.get(place);
    }

    /**
     * Sends a request as the admin of a tenant.
     *
     * @param place of the tenant among those given
     * @param path  below the tenant's address
     * @param json  null for a request without a body
     */
    public Http.Answer send(int place, String method, String path, byte[] json) throws IOException {
        return admins.get(place).send(node, method, path, json);
    }

    @Override
    public void close() throws IOException, SQLException {
        for (int place = 0; place < people.size(); place++) {
            for (JsonNode binding : admins.get(place).read(node, "/pack-bindings")) {
                if (binding.path("inForce").asBoolean()) {
                    admins.get(place).disable(node, UUID.fromString(binding.path("bindingId").asText()));
                }
            }
            Person person = people.get(place);
            house.system().asSuperuser("delete from registry.pack_offer where tenant = '" + person.code() + "'",
                    "delete from t_" + person.code() + ".role_grant where role_grant_id = '" + person.own(Kind.GRANT)
                            + "'");
        }
    }
}
