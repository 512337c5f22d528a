package id.capaian.load.packs;

import id.capaian.load.House;
import id.capaian.load.Part;
import id.capaian.load.Program;
import id.capaian.load.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Upgrades of the pack of some tenants of a house while they calculate with it. */
public final class UpgradeWave implements Part {

    private static final String REGION = "samarinda";
    private static final String START = "1.93.0";
    private static final int TENANTS = 4;
    private static final int UPGRADES = 100;
    private static final int FEW = 5;

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        List<Integer> tenants = house.nation().all().stream()
                .filter(tenant -> house.nation().staffOf(tenant) <= StoredScores.FIRST_NUMBER).limit(TENANTS).toList();
        if (tenants.size() < TENANTS) {
            throw new IllegalStateException("upgrading takes " + TENANTS + " tenants of at most "
                    + StoredScores.FIRST_NUMBER + " people, whose numbers do not meet those with stored scores");
        }
        try (EnabledPack pack = new EnabledPack(house, REGION, START, tenants)) {
            for (int tenant : tenants) {
                new StoredScores(tenant, house.periods().get(tenant), pack.region())
                        .store(house.system().database(), StoredScores.UNIT_SIZE);
            }
            List<String> versions = IntStream.rangeClosed(1, house.quick() ? FEW : UPGRADES).mapToObj(n -> "1.93." + n)
                    .toList();
            Program.say("Staging " + versions.size() + " versions");
            pack.stage(versions);
            Program.say("Upgrading under load");
            List<Upgrades.Tenant> upgraded = new ArrayList<>();
            for (int place = 0; place < TENANTS; place++) {
                upgraded.add(new Upgrades.Tenant(pack.admin(place), StoredScores.unit(tenants.get(place), 0),
                        pack.binding(place)));
            }
            return rows(new Upgrades(house.system(), upgraded, List.of(pack.node()), pack.packId()).measure(versions));
        }
    }

    private List<Row> rows(Upgrades.Result result) {
        result.lost().stream().findFirst().ifPresent(first -> System.out.println("    first lost: " + first));
        String wave = result.upgrades() + " upgrades of " + TENANTS + " tenants that calculate without a pause";
        return List.of(Row.none(name(), "requests lost during " + wave, result.lost().size(),
                        Integer.toString(result.requests())),
                Row.told(name(), "CPU of a request during : before them", String.format(Locale.ROOT,
                        "%.3g (%.3g ms : %.3g ms)", result.ratio(), result.during(), result.before())));
    }
}
