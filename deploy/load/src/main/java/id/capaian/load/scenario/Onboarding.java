package id.capaian.load.scenario;

import id.capaian.admin.Admin;
import id.capaian.admin.AdminConfig;
import id.capaian.admin.tenant.TenantConfig;
import id.capaian.load.House;
import id.capaian.load.Part;
import id.capaian.load.Person;
import id.capaian.load.Program;
import id.capaian.load.Row;
import id.capaian.local.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** New tenants are taken to service while the others work; dropped again in the end. */
final class Onboarding implements Part {

    private static final int NEWCOMERS = 40;
    private static final int FEW = 4;

    @Override
    public String name() {
        return "onboarding";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        int first = house.nation().tenants() + 1;
        List<Integer> newcomers = IntStream.range(first, first + (house.quick() ? FEW : NEWCOMERS)).boxed().toList();
        Path folder = house.system().state().resolve("onboarding");
        AdminProcess admin = new AdminProcess(house, folder);
        try {
            return new Beside(house, name()).measure(newcomers.size() + " new tenants are taken to service",
                    newcomers.size(), () -> admin.apply(newcomers));
        } finally {
            admin.stop();
            drop(house, newcomers, folder);
        }
    }

    private static void drop(House house, List<Integer> tenants, Path folder) throws SQLException {
        Program.say("Dropping them");
        EmbeddedPostgres database = house.system().database();
        Admin admin = new Admin(new AdminConfig(database.url("capaian"), database.password("p_owner"),
                database.password("p_app"), null, null, folder.resolve("files"), null, null), line -> { });
        for (String tenant : made(database, tenants)) {
            admin.switchTenant(tenant, TenantConfig.State.SUSPENDED);
            admin.dropTenant(tenant);
        }
    }

    /** Those there are, which are fewer when the wave broke. */
    private static List<String> made(EmbeddedPostgres database, List<Integer> tenants) throws SQLException {
        Set<String> codes = tenants.stream().map(Person::code).collect(Collectors.toSet());
        List<String> made = new ArrayList<>();
        try (Connection connection = database.connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select code from registry.tenant order by code")) {
            while (rows.next()) {
                if (codes.contains(rows.getString(1))) {
                    made.add(rows.getString(1));
                }
            }
        }
        return made;
    }
}
