package id.capaian.plugin.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.capaian.plugin.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiRulesTest {

    private static final DescribedPredicate<JavaClass> ALLOWED =
            resideInAnyPackage("java..", "org.jspecify..", "id.capaian.plugin.api")
                    .or(describe("ExtensionPoint", type -> type.getName().equals("org.pf4j.ExtensionPoint")))
                    .or(describe("primitives and arrays", type -> type.isPrimitive() || type.isArray()));

    private static final DescribedPredicate<JavaClass> BINARY_FRACTION = describe("float or double",
            type -> type.isEquivalentTo(float.class) || type.isEquivalentTo(double.class)
                    || type.isEquivalentTo(Float.class) || type.isEquivalentTo(Double.class));

    @ArchTest
    static final ArchRule STANDS_ALONE = classes().should().onlyDependOnClassesThat(ALLOWED)
            .because("packs of years ago must load beside those of today");

    @ArchTest
    static final ArchRule EXACT = noClasses().should().dependOnClassesThat(BINARY_FRACTION)
            .because("numbers that judge people are exact decimals");
}
