package org.clientele.platform.charts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.clientele.platform.charts");

    @Test
    void chartsNeedNoToolkit() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..", "org.eclipse.swt..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.clientele.platform.charts.png")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..")
                .check(classes);
    }

    @Test
    void chartsKnowNoOtherPartOfThePlatform() {
        noClasses()
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "another platform module",
                        c -> c.getPackageName().startsWith("org.clientele.platform")
                                && !c.getPackageName().startsWith("org.clientele.platform.charts")))
                .check(classes);
    }
}
