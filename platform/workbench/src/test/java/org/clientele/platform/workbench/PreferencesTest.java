package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void useAFileOfOurOwn() {
        System.setProperty(
                Preferences.FILE_PROPERTY,
                folder.resolve("new/workbench.properties").toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Preferences.FILE_PROPERTY);
    }

    @Test
    void whatIsSavedComesBackWithEverySpecialCharacter() {
        Preferences p = Preferences.load();
        String odd = " a=b:c#d!e\\f\täöü 漢字 ";
        p.put("odd key", odd);
        p.put("number", 42);
        p.put("tabs", List.of("one", "two", "three"));
        p.put("tabs", List.of("one"));
        p.save();

        Preferences again = Preferences.load();

        assertThat(again.get("odd key", "")).isEqualTo(odd);
        assertThat(again.get("number", 0)).isEqualTo(42);
        assertThat(again.list("tabs")).containsExactly("one");
    }

    @Test
    void recentWorkspacesAreNewestFirstWithoutRepeatsAndFew() {
        Preferences p = Preferences.load();
        for (int i = 0; i < 12; i++) {
            p.remember(Path.of("/w/" + i));
        }
        p.remember(Path.of("/w/9"));

        assertThat(p.recent()).hasSize(8).startsWith("/w/9", "/w/11", "/w/10", "/w/8");
    }

    @Test
    void aDamagedFileCostsTheMemoryAndNothingElse() throws Exception {
        Path file = folder.resolve("new/workbench.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "theme=DARK\nbroken=\\u12\n");

        Preferences p = Preferences.load();

        assertThat(p.get("theme", "none")).isEqualTo("none");
        p.put("theme", "LIGHT");
        p.save();
        assertThat(Preferences.load().get("theme", "none")).isEqualTo("LIGHT");
    }

    @Test
    void savingLeavesNoTemporaryFileBehind() throws Exception {
        Preferences p = Preferences.load();
        p.put("a", 1);
        p.save();

        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("workbench.properties");
        }
    }
}
