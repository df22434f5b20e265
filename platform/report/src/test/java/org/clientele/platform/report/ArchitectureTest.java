package org.clientele.platform.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void reportsKnowChartsAndNoOtherPartOfThePlatform() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "another platform module",
                        c -> c.getPackageName().startsWith("org.clientele.platform")
                                && !c.getPackageName().startsWith("org.clientele.platform.charts")
                                && !c.getPackageName().startsWith("org.clientele.platform.report")))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.clientele.platform.report"));
    }
}
