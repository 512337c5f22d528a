package id.capaian.planning.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Catalogue;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.local.DemoDay;
import id.capaian.local.demo.DemoTenant;
import id.capaian.people.Employees;
import id.capaian.people.ImportKind;
import id.capaian.people.Placement;
import id.capaian.people.RaterLink;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.people.control.ImportAnswer;
import id.capaian.people.control.ImportFile;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.SampleRule;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two of the demo governments hand in, taken as the server takes it. */
class DemoDataTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String PEOPLE = "id.capaian.people.control.";
    private static final List<String> KINDS = List.of(PEOPLE + "UnitImport", PEOPLE + "PositionImport",
            PEOPLE + "PeopleImport", PEOPLE + "AssignmentImport", PEOPLE + "RaterLineImport",
            PEOPLE + "RoleGrantImport",
            "id.capaian.planning.control.IndicatorValueImport");

    /** What regions.md says each indicator is about. */
    private static final Map<String, Map<Attribution, List<String>>> INDICATORS = Map.of(
            "samarinda", Map.of(Attribution.UNIT, List.of("SMD.RSP", "SMD.PAT", "SMD.CLS", "SMD.REO"),
                    Attribution.SERVICE, List.of("SMD.SAT"), Attribution.PERSON, List.of("SMD.INN")),
            "tubei", Map.of(Attribution.UNIT, List.of("TUB.SPD", "TUB.SLA", "TUB.COV"),
                    Attribution.SERVICE, List.of("TUB.SAT", "TUB.OFF"),
                    Attribution.PERSON, List.of("TUB.PEER", "TUB.TRN", "TUB.GOAL")));

    private final Slice slice = Slice.ofTwoTenants();

    /** The indicators of a region's pack, as if it were enabled. */
    private static final class ItsPack extends Catalogue {

        private final String tenant;

        ItsPack(String tenant) {
            super(null, null);
            this.tenant = tenant;
        }

        @Override
        public List<Indicator> indicatorsOf(TenantCode asked) {
            LocalizedText text = new LocalizedText("Indikator", "Indicator");
            return INDICATORS.get(tenant).entrySet().stream().flatMap(kind -> kind.getValue().stream()
                    .map(code -> new Indicator(code, text, text, Direction.MAX, text, Frequency.MONTHLY, kind.getKey(),
                            SampleRule.NONE, null))).toList();
        }
    }

    private <T> T in(String tenant, Function<Wiring, T> act) {
        return slice.inTenant(tenant, "admin", work -> {
            work.caller().signedOn(new TenantCode(tenant), "admin", "admin", null, Set.of(Roles.REGION_HR_ADMIN));
            Registry registry = new Registry();
            registry.know(new RegistrySnapshot(Map.of(new TenantCode(tenant), new TenantView(new TenantCode(tenant),
                    tenant,
                    "00.00", tenant, ZoneId.of("Asia/Makassar"), "id", TenantState.ACTIVE, "1")), Map.of()));
            return act.apply(Wiring.of(work, registry, new ItsPack(tenant)));
        });
    }

    private ImportAnswer take(String tenant, String file, String content) {
        String kind = file.replaceFirst("^\\d+-", "").replaceFirst("\\.csv$", "");
        return in(tenant, wiring -> {
            List<ImportKind> kinds = KINDS.stream().map(name -> (ImportKind) wiring.get(named(name))).toList();
            Object instance = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Instance.class},
                    (proxy, method, arguments) -> method.getName().equals("spliterator") ? kinds.spliterator() : null);
            return wiring.with(instance).get(ImportFile.class).run(kind, content.getBytes(StandardCharsets.UTF_8),
                    false);
        });
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The quarters before the open one take figures until they are closed. */
    private void quartersBefore(String tenant, String status) {
        slice.inTenant(tenant, "admin", work -> {
            work.caller().signedOn(new TenantCode(tenant), "admin", "admin", null, Set.of(Roles.REGION_HR_ADMIN));
            return work.entityManager().createNativeQuery("update __T__.assessment_period set status = ?"
                    + " where code in ('2026-Q1', '2026-Q2', '2026-Q3')").setParameter(1, status).executeUpdate();
        });
    }

    @ParameterizedTest
    @CsvSource({"samarinda, PKM-PALARAN, SMD.SAT, 83.6", "tubei, DPMPTSP, TUB.SAT, 84"})
    void fitsTogether(String tenant, String unitCode, String indicator, BigDecimal value) {
        quartersBefore(tenant, "GRACE");
        DemoTenant.read(Path.of("../../tenants-config"), tenant).files(new DemoDay(DAY)).forEach((file, content) -> {
            ImportAnswer answer = take(tenant, file, content);
            assertEquals(0, answer.warningCount(), file + ": " + answer.warnings());
            assertTrue(take(tenant, file, content).alreadyImported());
        });
        quartersBefore(tenant, "CLOSED");
        in(tenant, wiring -> {
            Units units = wiring.get(Units.class);
            Employees employees = wiring.get(Employees.class);
            Unit unit = units.byCode(unitCode).orElseThrow();
            assertTrue(employees.placementsIn(List.of(unit.orgUnitId()), DAY).size() >= 12);
            Unit top = units.all().stream().filter(each -> each.kind().equals("GOVERNMENT")).findFirst().orElseThrow();
            List<Placement> all = employees.placementsIn(units.subtree(top.orgUnitId()), DAY);
            assertTrue(all.size() >= 95, all.size() + " people");
            assertEquals(Set.of("administration", "health", tenant.equals("tubei") ? "front-desk" : "complaint-desk"),
                    all.stream().map(Placement::jobFamily).collect(Collectors.toSet()));
            Map<UUID, RaterLink> raters = employees.ratersOf(all.stream().map(Placement::assignmentId).toList(), DAY);
            assertEquals(all.size(), raters.size(), "the secretary, too: by the head of the region");
            UUID period = wiring.get(Periods.class).byCode("2026-Q4").periodId();
            assertEquals(value, wiring.get(IndicatorReadings.class).latest(List.of(unit.orgUnitId()), period)
                    .get(unit.orgUnitId()).get(indicator).value());
            return null;
        });
    }
}
