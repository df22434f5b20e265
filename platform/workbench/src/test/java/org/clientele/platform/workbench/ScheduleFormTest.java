package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.refresh.Schedule;
import org.clientele.platform.workbench.imports.ImportsPage;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.scope.History;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** What is read by the clock is asked for in a form; what was recorded of a dashboard's cost is written to a file. */
class ScheduleFormTest extends SampleOnScreen {
    private static Stream<Control> all(Composite in) {
        return Arrays.stream(in.getChildren())
                .flatMap(c -> c instanceof Composite below ? Stream.concat(Stream.of(c), all(below)) : Stream.of(c));
    }

    private static Control find(Composite in, String name) {
        return all(in).filter(c -> name.equals(c.getData("name"))).findFirst().orElseThrow();
    }

    private Shell form() {
        return Arrays.stream(display.getShells())
                .filter(s -> s.getText().equals("Add a schedule"))
                .findFirst()
                .orElse(null);
    }

    private static String said(Shell form) {
        return all(form)
                .filter(Label.class::isInstance)
                .map(c -> ((Label) c).getText())
                .reduce("", (a, b) -> a + "\n" + b);
    }

    private static boolean whole(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).strip().endsWith("}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Schedule> schedules(Session session) {
        CompletableFuture<List<Schedule>> all =
                CompletableFuture.supplyAsync(() -> session.refreshes().all());
        await("the schedules", all::isDone);
        return all.join();
    }

    @Test
    void aScheduleIsAddedPausedRemovedAndBroughtBackAndWhatIsWrongIsSaid() throws IOException {
        Session session = window.desk().workspace().orElseThrow().session();
        click(window.frame().navigation(), "nav:imports");
        awaitFront(ImportsPage.ID);
        ImportsPage page = (ImportsPage) front();
        click(page, "schedule:add");
        await("the form", () -> form() != null);
        Shell form = form();
        Control save = find(form, "schedule-save");
        save.notifyListeners(SWT.Selection, new Event());
        assertThat(said(form)).contains("Say what is to be read");
        ((Text) find(form, "schedule-place")).setText(temporary.resolve("inbox").toString());
        ((Text) find(form, "schedule-every")).setText("often");
        save.notifyListeners(SWT.Selection, new Event());
        assertThat(said(form)).contains("\"often\" is no number of minutes like 15.");
        assertThat(find(form, "schedule-password").isEnabled())
                .as("a folder has no password")
                .isFalse();
        Files.createDirectories(temporary.resolve("inbox"));
        ((Text) find(form, "schedule-every")).setText("20");
        save.notifyListeners(SWT.Selection, new Event());
        await("saved", form::isDisposed);
        Schedule added = schedules(session).get(0);
        assertThat(added.timing()).isEqualTo(Schedule.Timing.every(20));
        assertThat(added.source()).isEqualTo(Schedule.Source.folder(temporary.resolve("inbox")));

        click(page, "schedule:pause:" + added.id());
        await("paused", () -> schedules(session).get(0).paused());
        click(page, "schedule:remove:" + added.id());
        await("removed", () -> schedules(session).isEmpty());
        History history = page.history().orElseThrow();
        await("noted", () -> history.undoable().orElse("").startsWith("remove the schedule"));
        history.undo();
        await("brought back, still paused", () -> schedules(session).stream().anyMatch(Schedule::paused));
        assertThat(schedules(session).get(0).id()).isEqualTo(added.id());
        history.undo();
        await("not paused", () -> schedules(session).stream().noneMatch(Schedule::paused));
        history.undo();
        await("not added", () -> schedules(session).isEmpty());
        history.redo();
        await("added again", () -> schedules(session).size() == 1);
        assertThat(schedules(session).get(0).source()).isEqualTo(added.source());
    }

    @Test
    void whatTilesCostIsRecordedAndWritten() throws IOException {
        DashboardPage page = dashboard(OVERVIEW);
        window.commands().showPerformance();
        await("the panel measured", () -> window.performance().costs().stream().anyMatch(c -> c.paint() > 0));
        click(window.performance(), "performance:record");
        page.refresh();
        await("asked again", page::settled);
        await("both cards were recorded", () -> {
            page.control().redraw();
            return window.performance().recorded() > 1;
        });
        click(window.performance(), "performance:record");
        await(
                "it can be saved",
                () -> window.performance().place("performance:save").isPresent());
        Path file = temporary.resolve("cost.json");
        window.performance().save(file);
        await("the file", () -> whole(file));
        JsonNode written = new ObjectMapper().readTree(file.toFile());
        assertThat(written.path("dashboard").asText()).isEqualTo(OVERVIEW);
        assertThat(written.findValuesAsText("tile")).contains("revenue", "orders");
    }
}
