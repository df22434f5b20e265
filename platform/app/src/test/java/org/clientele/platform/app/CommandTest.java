package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.CancelSignal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Command lines on a workspace of their own, without the product's plugins. */
abstract class CommandTest {
    private static @Nullable String plugins;

    @TempDir
    Path folder;

    /** What a command said. */
    record Said(int exit, String out, String err) {
        JsonNode json() {
            try {
                return Json.MAPPER.readTree(out);
            } catch (IOException e) {
                throw new AssertionError(out, e);
            }
        }
    }

    @BeforeAll
    static void withoutPlugins() {
        plugins = System.getProperty("clientele.plugins");
        System.setProperty("clientele.plugins", "");
    }

    @AfterAll
    static void asBefore() {
        if (plugins == null) {
            System.clearProperty("clientele.plugins");
        } else {
            System.setProperty("clientele.plugins", plugins);
        }
    }

    Path workspace() {
        return folder.resolve("ws");
    }

    Path file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    Path file(String name, String text, Charset charset) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, text.getBytes(charset));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Said run(String... arguments) {
        return run(null, CancelSignal.create(), new PrintWriter(new StringWriter()), arguments);
    }

    /** Runs a command as one that came from elsewhere, if there is a workspace that is held. */
    Said run(@Nullable Workspace held, CancelSignal cancel, PrintWriter listener, String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>();
        if (held == null) {
            all.addAll(List.of("--workspace", workspace().toString()));
        }
        all.addAll(List.of(arguments));
        PrintWriter out = new PrintWriter(printed) {
            @Override
            public void flush() {
                super.flush();
                listener.print(printed.getBuffer());
                listener.flush();
            }
        };
        int exit = CommandLineTool.run(
                all.toArray(String[]::new), new Surroundings(folder, false, cancel, held), out, new PrintWriter(err));
        return new Said(exit, printed.toString(), err.toString());
    }

    String query(String... metrics) {
        List<String> all = new ArrayList<>(List.of("query"));
        all.addAll(List.of(metrics));
        all.addAll(List.of("--format", "csv"));
        Said said = run(all.toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isZero();
        return said.out().lines().skip(1).findFirst().orElse("");
    }
}
