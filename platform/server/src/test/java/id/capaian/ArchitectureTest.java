package id.capaian;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.capaian.kernel.tenancy.DirectSql;
import id.capaian.plugin.api.RegionPack;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pf4j.PluginWrapper;

/**
 * The rules of the house, each with its reason: who may use whom. They run on the compiled classes of the server. What a
 * class must look like is said by {@link ClassShapeTest}, what may stand in SQL by {@link SqlTextTest}.
 */
@AnalyzeClasses(packages = "id.capaian", importOptions = ArchitectureTest.ServerOnly.class)
class ArchitectureTest {

    /** In a build of all modules the neighbours are folders of classes too, and their rules are their own. */
    static final class ServerOnly implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/server/target/classes/");
        }
    }

    private static final List<String> FEATURES = List.of("access", "registry", "extension", "people", "planning", "progress",
            "voice", "evaluation", "development", "documents", "notification", "exchange", "statistics",
            "readiness");

    private static final String[] ALL_OF_PERFORMANCE =
            {"development", "evaluation", "voice", "progress", "planning", "people", "extension", "registry"};
    /** Which features each may use; the kernel is everybody's. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("registry"), entry("people", "registry"), entry("access", "people", "registry"),
            entry("extension", "registry"), entry("planning", "people", "extension", "registry"),
            entry("progress", "planning", "people", "extension", "registry"),
            entry("voice", "planning", "people", "extension", "registry"),
            entry("evaluation", "voice", "progress", "planning", "people", "extension", "registry"),
            entry("development", "evaluation", "voice", "progress", "planning", "people", "extension", "registry"),
            entry("documents", ALL_OF_PERFORMANCE), entry("notification", ALL_OF_PERFORMANCE),
            entry("exchange", ALL_OF_PERFORMANCE), entry("statistics", ALL_OF_PERFORMANCE),
            entry("readiness", ALL_OF_PERFORMANCE));

    private static Map.Entry<String, Set<String>> entry(String feature, String... mayUse) {
        return Map.entry(feature, Set.of(mayUse));
    }

    @ArchTest
    static final ArchRule noCycles = slices().matching("id.capaian.(*)..").should().beFreeOfCycles()
            .because("a newcomer must be able to read the rooms one after the other");

    @ArchTest
    static final ArchRule kernelKnowsNoBusiness = noClasses().that().resideInAPackage("id.capaian.kernel..")
            .should().dependOnClassesThat(inAnyFeature()).because("the kernel is technical ground without business words");

    @ArchTest
    static final ArchRule featuresMeetAtTheFace = classes().that(inAnyFeature())
            .should(useOtherFeaturesThroughTheirRootPackageOnly())
            .because("what lies behind the face may change without asking the neighbours");

    @ArchTest
    static final ArchRule featuresUseWhatLiesBelow = classes().that(inAnyFeature()).should(useFeaturesBelowOnly())
            .because("what happens first does not know what comes of it: against the arrow only events go (house.md 2)");

    @ArchTest
    static final ArchRule packsAreKnownWhereTheyMatter = noClasses()
            .that(not(resideInAnyPackage(Stream.of("extension", "evaluation", "voice", "progress", "planning", "documents",
                    "development").map(room -> "id.capaian." + room + "..").toArray(String[]::new))))
            .should().dependOnClassesThat(resideInAPackage("id.capaian.plugin.api.."))
            .because("the rest of the house stays as it is when the plugin line moves");

    @ArchTest
    static final ArchRule nobodyKeepsAPack = noFields()
            .that().areDeclaredInClassesThat(not(resideInAPackage("id.capaian.extension.host..")))
            .should(beOfTypeOrHold(RegionPack.class)).orShould(beOfTypeOrHold(PluginWrapper.class))
            .because("a pack that is still held somewhere is never unloaded");

    @ArchTest
    static final ArchRule entitiesAreRules = noClasses().that().resideInAPackage("..entity..")
            .should().dependOnClassesThat(resideInAnyPackage("..boundary..", "..control..", "jakarta.ws.rs..",
                    "jakarta.enterprise..", "jakarta.inject..", "com.fasterxml..", "org.pf4j.."))
            .because("rules are read and tested without a container");

    @ArchTest
    static final ArchRule boundaryKnowsNoEntity = noClasses().that().resideInAPackage("..boundary..")
            .should().dependOnClassesThat().areAnnotatedWith(Entity.class)
            .orShould().dependOnClassesThat().areAssignableTo(EntityManager.class)
            .because("what goes over the wire are records");

    @ArchTest
    static final ArchRule entityManagerInControl = noClasses()
            .that(not(resideInAnyPackage("..control..", "id.capaian.kernel..")))
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class)
            .because("the database is reached through use cases");

    @ArchTest
    static final ArchRule nativeSqlIsNamed = noClasses()
            .that(not(HasName.Predicates.nameMatching(".*Sql(\\$.*)?"))).and(not(resideInAPackage("id.capaian.kernel.tenancy..")))
            .should().callMethodWhere(DescribedPredicate.describe("create a native query",
                    call -> call.getName().equals("createNativeQuery") || call.getName().equals("createStoredProcedureQuery")))
            .orShould().dependOnClassesThat().areAssignableTo(DirectSql.class)
            .because("SQL that the mapping does not check is looked for by name");

    @ArchTest
    static final ArchRule connectionsInOneRoom = noClasses()
            .that(not(resideInAnyPackage("id.capaian.kernel.tenancy..", "id.capaian.kernel.jobs..")))
            .should().dependOnClassesThat(resideInAnyPackage("javax.sql..")
                    .or(HasName.Predicates.name("java.sql.DriverManager").forSubtype())
                    .or(HasName.Predicates.name("java.sql.Connection").forSubtype()))
            .because("a second connection carries no tenant: it sees nothing, or deadlocks a small pool");

    @ArchTest
    static final ArchRule transactionsByTheThreeDoors = noClasses()
            .that(not(resideInAPackage("id.capaian.kernel.tenancy..")))
            .should().dependOnClassesThat().areAssignableTo(Transactional.class)
            .because("a transaction without a door has no tenant");

    @ArchTest
    static final ArchRule pf4jInOneRoom = noClasses().that(not(resideInAPackage("id.capaian.extension..")))
            .should().dependOnClassesThat(resideInAPackage("org.pf4j.."))
            .because("only the host knows how a pack is loaded");

    @ArchTest
    static final ArchRule noThreadsOfOurOwn = noClasses()
            .that(not(resideInAnyPackage("id.capaian.kernel.jobs..", "id.capaian.extension..")))
            .should().dependOnClassesThat().areAssignableTo(ThreadLocal.class)
            .orShould().callConstructorWhere(DescribedPredicate.describe("make a thread",
                    call -> call.getTargetOwner().isAssignableTo(Thread.class)))
            .orShould().callMethodWhere(DescribedPredicate.describe("make an executor or a parallel stream",
                    call -> call.getTargetOwner().getName().equals("java.util.concurrent.Executors")
                            || call.getName().equals("parallelStream")))
            .because("threads of our own have no request, no tenant and no end");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should().callMethodWhere(DescribedPredicate.describe("ask the system for the time",
                    call -> call.getName().equals("now") && call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().isEmpty()))
            .orShould().dependOnClassesThat().areAssignableTo(java.util.Calendar.class)
            .because("only kernel.time says what time it is");

    @ArchTest
    static final ArchRule noBinaryFractions = fields()
            .that().areDeclaredInClassesThat(resideInAnyPackage("..entity..", "id.capaian.evaluation.."))
            .should().notHaveRawType(float.class).andShould().notHaveRawType(double.class)
            .andShould().notHaveRawType(Float.class).andShould().notHaveRawType(Double.class)
            .because("numbers that judge people are exact").allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that().areStatic()
            .and(not(HasName.Predicates.nameMatching("\\$.*").forSubtype()))
            .should().beFinal().because("state that outlives a request belongs to a bean with a scope");

    @ArchTest
    static final ArchRule noJavaUtilDate = noClasses().should().callConstructor(java.util.Date.class)
            .because("times are Instants, dates are LocalDates in the tenant's zone");

    private static DescribedPredicate<JavaClass> inAnyFeature() {
        return resideInAnyPackage(FEATURES.stream().map(feature -> "id.capaian." + feature + "..").toArray(String[]::new));
    }

    private static ArchCondition<JavaClass> useOtherFeaturesThroughTheirRootPackageOnly() {
        return new ArchCondition<>("use other features through their root package only") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                String own = featureOf(user.getPackageName());
                user.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isBehindAnotherFace(own, dependency.getTargetClass().getPackageName()))
                        .forEach(dependency -> events.add(SimpleConditionEvent.violated(user, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> useFeaturesBelowOnly() {
        return new ArchCondition<>("use features below them only") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                String own = featureOf(user.getPackageName());
                user.getDirectDependenciesFromSelf().stream().filter(dependency -> {
                    String other = featureOf(dependency.getTargetClass().getPackageName());
                    return FEATURES.contains(other) && !other.equals(own) && !ARROWS.get(own).contains(other);
                }).forEach(dependency -> events.add(SimpleConditionEvent.violated(user, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaField> beOfTypeOrHold(Class<?> type) {
        return new ArchCondition<>("be of type or hold " + type.getSimpleName()) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean holds = field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(involved -> involved.isAssignableTo(type));
                events.add(new SimpleConditionEvent(field, holds, field.getDescription()));
            }
        };
    }

    private static boolean isBehindAnotherFace(String own, String packageName) {
        return FEATURES.stream().filter(feature -> !feature.equals(own))
                .anyMatch(feature -> packageName.startsWith("id.capaian." + feature + "."));
    }

    private static String featureOf(String packageName) {
        return Stream.of(packageName.split("\\.")).skip(2).findFirst().orElse("");
    }
}
