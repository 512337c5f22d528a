package id.capaian;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.capaian.evaluation.control.DryRun;
import id.capaian.evaluation.control.ReadDocuments;
import id.capaian.evaluation.control.Recompute;
import id.capaian.evaluation.control.Replay;
import id.capaian.evaluation.control.ScoreRater;
import id.capaian.kernel.page.PolicyReports;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.NationalUseCase;
import id.capaian.kernel.tenancy.SystemUseCase;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.readiness.control.FindObstacles;
import id.capaian.readiness.control.Rehearse;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What resources, use cases and entities must look like, each rule with its reason. */
@AnalyzeClasses(packages = "id.capaian", importOptions = ArchitectureTest.ServerOnly.class)
class ClassShapeTest {

    private static final List<Class<?>> DOORS = List.of(TenantUseCase.class, NationalUseCase.class, SystemUseCase.class);
    /** They compute between a unit of work that reads and one that writes, and hold no connection meanwhile. */
    private static final List<Class<?>> BETWEEN_DOORS = List.of(ReadDocuments.class, Recompute.class, ScoreRater.class,
            DryRun.class, Replay.class, FindObstacles.class, Rehearse.class);
    /** Rows that are only ever added, and parts that change with the plan, whose version guards them. */
    private static final Set<String> WITHOUT_VERSION = Set.of("IndicatorValue", "Evidence", "Judgement", "SkpVersion",
            "WorkResult", "IndividualIndicator");

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCall = methods()
            .that(areEndpoints())
            .should().beAnnotatedWith(RolesAllowed.class).orShould().beAnnotatedWith(PermitAll.class)
            .because("an endpoint without a declared caller is open by accident");

    @ArchTest
    static final ArchRule endpointsSpeakRecords = methods().that(areEndpoints())
            // What browsers report of our policy is taken as it comes, whatever it is.
            .and().areNotDeclaredIn(PolicyReports.class).should(takeAndReturnRecords())
            .because("what goes over the wire is written down, in a record or as a whole answer");

    @ArchTest
    static final ArchRule endpointsLiveAsLongAsTheServer = classes().that().areAnnotatedWith(Path.class)
            .should().beAnnotatedWith(ApplicationScoped.class)
            .because("a bean made for every request costs more than most requests (stack/payara.md 4)");

    @ArchTest
    static final ArchRule nothingIsLookedUp = fields()
            .that().areDeclaredInClassesThat(DescribedPredicate.not(resideInAPackage("id.capaian.kernel.jobs..")))
            .should().notBeAnnotatedWith(Resource.class)
            .because("looking up a resource was half of a request's processor time (stack/payara.md 4)");

    @ArchTest
    static final ArchRule namesAreLookedUpInOneRoom = noClasses()
            .that(DescribedPredicate.not(resideInAPackage("id.capaian.kernel.tenancy..")))
            .should().dependOnClassesThat(resideInAPackage("javax.naming.."))
            .because("looking up a resource was half of a request's processor time (stack/payara.md 4)");

    @ArchTest
    static final ArchRule useCasesLiveInControl = classes()
            .that().areAnnotatedWith(TenantUseCase.class).or().areAnnotatedWith(NationalUseCase.class)
            .or().areAnnotatedWith(SystemUseCase.class)
            .should().resideInAnyPackage("..control..", "id.capaian.kernel..")
            .because("use cases are found where they are looked for");

    @ArchTest
    static final ArchRule aUseCaseHasOneDoor = classes().that().resideInAPackage("..control..")
            .and(DescribedPredicate.describe("are beans a boundary calls", ClassShapeTest::isCalledFromABoundary))
            .should(haveOneDoor()).because("work without a door has no tenant, and work with two has none to rely on");

    @ArchTest
    static final ArchRule whatLeavesControlIsAProblem = noClasses().that().resideInAPackage("..control..")
            .should().callConstructorWhere(DescribedPredicate.describe("make an exception without a name for people",
                    call -> call.getTargetOwner().isAssignableTo(Throwable.class)
                            && !call.getTargetOwner().isAssignableTo(ProblemException.class)
                            // The last is the compiler's own, of a switch that knows every constant.
                            && List.of(IllegalStateException.class, IllegalArgumentException.class,
                                    IncompatibleClassChangeError.class).stream()
                                    .noneMatch(defect -> call.getTargetOwner().isEquivalentTo(defect))))
            .because("bad input gets an answer that names it; a defect of ours is an illegal state or argument");

    @ArchTest
    static final ArchRule useCasesDeclareNoExceptions = methods()
            .that().areDeclaredInClassesThat(DescribedPredicate.describe("are use cases", ClassShapeTest::hasADoor))
            .and().arePublic().should().notDeclareThrowableOfType(Exception.class)
            .because("the boundary has one answer for all problems, and nothing to catch");

    @ArchTest
    static final ArchRule entitiesAreShaped = classes().that().areAnnotatedWith(Entity.class)
            .should(haveProtectedConstructorAndNoPublicSetter())
            .because("an entity changes by what happens to it, not by setters");

    @ArchTest
    static final ArchRule entitiesHaveAUuid = classes().that().areAnnotatedWith(Entity.class)
            .should(haveAField("an id that is a UUID", Id.class, type -> type.isEquivalentTo(UUID.class)))
            .because("ids are made in Java, and nobody can count them");

    @ArchTest
    static final ArchRule entitiesHaveAVersion = classes().that().areAnnotatedWith(Entity.class)
            .and(DescribedPredicate.describe("are changed by themselves",
                    entity -> !WITHOUT_VERSION.contains(entity.getSimpleName())))
            .should(haveAField("a version", Version.class, type -> true))
            .because("of two people who change the same, the second one is told");

    @ArchTest
    static final ArchRule idsAreMadeInJava = fields().should().notBeAnnotatedWith(GeneratedValue.class)
            .because("preallocated ids cross tenants (stack/tenancy.md 7.4)");

    @ArchTest
    static final ArchRule tenantEntitiesNameNoSchema = noClasses().should().beAnnotatedWith(
            DescribedPredicate.<JavaAnnotation<?>>describe("@Table with a tenant schema",
                    annotation -> annotation.getRawType().isEquivalentTo(Table.class)
                            && !annotation.get("schema").map(Object::toString).filter(schema -> !schema.isEmpty())
                                    .map(schema -> List.of("ref", "registry", "national").contains(schema)).orElse(true)))
            .because("the tenant's schema is put in by kernel.tenancy alone");

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe("are endpoints", method -> method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> takeAndReturnRecords() {
        return new ArchCondition<>("take and return records") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean answer = isOnTheWire(method.getReturnType(), Response.class, void.class);
                boolean body = method.getParameters().stream()
                        .filter(parameter -> parameter.getAnnotations().stream().map(JavaAnnotation::getRawType)
                                .noneMatch(type -> type.getPackageName().startsWith("jakarta.ws.rs")))
                        .map(JavaParameter::getType)
                        .allMatch(type -> isOnTheWire(type, MultivaluedMap.class, InputStream.class));
                if (!answer || !body) {
                    events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                }
            }
        };
    }

    /** A record, a list of them or of the parts of a form, or one of the types given. */
    private static boolean isOnTheWire(JavaType type, Class<?>... others) {
        JavaClass raw = type.toErasure();
        if (raw.isEquivalentTo(List.class)) {
            return type.getAllInvolvedRawTypes().stream().filter(part -> !part.isEquivalentTo(List.class))
                    .allMatch(part -> part.isRecord() || part.getName().equals("jakarta.ws.rs.core.EntityPart"));
        }
        return raw.isRecord() || List.of(others).stream().anyMatch(raw::isEquivalentTo);
    }

    private static boolean isCalledFromABoundary(JavaClass candidate) {
        return (candidate.isAnnotatedWith(ApplicationScoped.class) || hasADoor(candidate))
                && candidate.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> use.getOriginClass().getPackageName().contains(".boundary"));
    }

    private static boolean hasADoor(JavaClass candidate) {
        return DOORS.stream().anyMatch(door -> isAnnotated(candidate, door));
    }

    private static boolean isAnnotated(CanBeAnnotated annotated, Class<?> annotation) {
        return annotated.isAnnotatedWith(annotation.getName());
    }

    private static ArchCondition<JavaClass> haveOneDoor() {
        return new ArchCondition<>("have exactly one door") {
            @Override
            public void check(JavaClass useCase, ConditionEvents events) {
                long doors = DOORS.stream().filter(door -> isAnnotated(useCase, door)).count();
                boolean between = BETWEEN_DOORS.stream().anyMatch(useCase::isEquivalentTo);
                if (doors != (between ? 0 : 1)) {
                    events.add(SimpleConditionEvent.violated(useCase, useCase.getName() + " has " + doors + " doors"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveAField(String what, Class<?> annotation, Predicate<JavaClass> isRight) {
        return new ArchCondition<>("have " + what) {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                boolean there = entity.getAllFields().stream()
                        .anyMatch(field -> isAnnotated(field, annotation) && isRight.test(field.getRawType()));
                if (!there) {
                    events.add(SimpleConditionEvent.violated(entity, entity.getName() + " does not have " + what));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveProtectedConstructorAndNoPublicSetter() {
        return new ArchCondition<>("have a protected constructor without arguments and no public setter") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                boolean constructor = entity.getConstructors().stream().anyMatch(candidate ->
                        candidate.getRawParameterTypes().isEmpty() && candidate.getModifiers().contains(JavaModifier.PROTECTED));
                if (!constructor) {
                    events.add(SimpleConditionEvent.violated(entity, entity.getName() + " has no protected constructor"));
                }
                entity.getMethods().stream()
                        .filter(method -> method.getName().matches("set[A-Z].*")
                                && method.getModifiers().contains(JavaModifier.PUBLIC))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(entity, method.getDescription())));
            }
        };
    }
}
