package org.clientele.distribution;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.sdk.CancelSignal;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.clientele");

    @Test
    void thereIsSomethingToRule() {
        assertThat(ALL.size()).isGreaterThan(150);
        assertThat(ALL.stream().filter(c -> c.getPackageName().startsWith("org.clientele.plugins")))
                .isNotEmpty();
    }

    @Test
    void pluginsSeeTheSdkOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.clientele.plugins..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.clientele.platform..", "org.pf4j..", "org.osgi..", "org.eclipse.swt..")
                .check(ALL);
        slices().matching("org.clientele.plugins.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void theSdkSeesNothingOfThePlatform() {
        noClasses()
                .that()
                .resideInAPackage("org.clientele.sdk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.clientele.platform..", "org.clientele.plugins..", "com.fasterxml..")
                .check(ALL);
    }

    @Test
    void onlyTheEntryClassAndItsAnnotationKnowPf4j() {
        noClasses()
                .that()
                .resideInAPackage("org.clientele.sdk..")
                .and()
                .doNotHaveSimpleName("ClientelePlugin")
                .and()
                .doNotHaveSimpleName("PluginEntry")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.pf4j..", "org.osgi.framework..")
                .check(ALL);
    }

    @Test
    void onlyTheHostKnowsPf4jAndFelix() {
        noClasses()
                .that(resideInAPackage("org.clientele.platform..").and(not(resideInAPackage("..platform.host.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.pf4j..", "org.osgi.framework..", "org.apache.felix..")
                .check(ALL);
    }

    @Test
    void onlyTheWorkbenchKnowsSwt() {
        noClasses()
                .that(not(resideInAPackage("org.clientele.platform.workbench..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.swt..")
                .check(ALL);
    }

    @Test
    void onlyThePngSinkKnowsAwt() {
        noClasses()
                .that(not(resideInAPackage("org.clientele.platform.charts.png")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..")
                .check(ALL);
    }

    @Test
    void jooqStaysInQueryAndCatalog() {
        noClasses()
                .that(not(resideInAnyPackage("org.clientele.platform.query..", "org.clientele.platform.catalog..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .check(ALL);
    }

    @Test
    void duckDbStaysInTheWarehouse() {
        noClasses()
                .that(not(resideInAPackage("org.clientele.platform.warehouse..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duckdb..")
                .check(ALL);
    }

    @Test
    void frontEndsCallRuntimeAndNothingBelowIt() {
        noClasses()
                .that()
                .resideInAnyPackage("org.clientele.platform.workbench..", "org.clientele.platform.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.clientele.platform.query..",
                        "org.clientele.platform.warehouse..",
                        "org.clientele.platform.catalog..",
                        "org.clientele.platform.report..",
                        "org.clientele.platform.host..")
                .check(ALL);
    }

    @Test
    void theModulesBelowRuntimeDoNotKnowEachOther() {
        slices().matching("org.clientele.platform.(host|query|warehouse|catalog|charts)..")
                .should()
                .notDependOnEachOther()
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..platform.host..",
                        "..platform.query..",
                        "..platform.warehouse..",
                        "..platform.catalog..",
                        "..platform.charts..",
                        "..platform.report..",
                        "..platform.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..platform.runtime..", "..platform.workbench..", "..platform.app..")
                .check(ALL);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .that()
                .resideInAPackage("org.clientele..")
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .check(ALL);
    }

    @Test
    void onlyTheProgramsFirstMethodTouchesStandardOutput() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.clientele.platform.app.Main")
                // A process of its own, which tells its parent why it failed.
                .and()
                .doNotHaveFullyQualifiedName("org.clientele.platform.warehouse.source.EngineChild")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
        methods()
                .that()
                .haveName("main")
                .should()
                .beDeclaredIn("org.clientele.platform.app.Main")
                .orShould()
                .beDeclaredIn("org.clientele.platform.warehouse.source.EngineChild")
                .check(ALL);
    }

    @Test
    void commandsAskTheirSurroundings() {
        noClasses()
                .that()
                .resideInAPackage("org.clientele.platform.app..")
                .and()
                .doNotHaveSimpleName("Surroundings")
                .should()
                .callMethod(System.class, "console")
                .orShould()
                .callMethod(CancelSignal.class, "create")
                .check(ALL);
    }

    @Test
    void nothingAsksTheClockForToday() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.clientele.sdk..",
                        "org.clientele.plugins..",
                        "..platform.query..",
                        "..platform.charts..",
                        "..platform.report..",
                        "..platform.sample..")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .check(ALL);
    }

    @Test
    void everyDecisionNamesWhatConfirmsIt() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("platform/docs/adr"))) {
            List<Path> decisions =
                    files.filter(f -> f.toString().endsWith(".md")).toList();
            assertThat(decisions).isNotEmpty();
            for (Path decision : decisions) {
                String text = Files.readString(decision);
                assertThat(text).as(decision.getFileName().toString()).contains("## Confirmation");
                assertThat(text.substring(text.indexOf("## Confirmation")))
                        .as("what confirms " + decision.getFileName())
                        .containsPattern("`[A-Za-z.]+(Test|Rule|enforcer)[A-Za-z.]*`");
            }
        }
    }
}
