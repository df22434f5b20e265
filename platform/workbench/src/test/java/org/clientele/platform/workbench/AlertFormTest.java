package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.Alert.Condition;
import org.clientele.platform.workbench.alerts.AlertsPage;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.query.Grain;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A form says what is wrong and stays; what is right is saved and it goes. */
class AlertFormTest extends SampleOnScreen {
    private static Stream<Control> all(Composite in) {
        return Arrays.stream(in.getChildren())
                .flatMap(c -> c instanceof Composite below ? Stream.concat(Stream.of(c), all(below)) : Stream.of(c));
    }

    private static Control find(Composite in, String name) {
        return all(in).filter(c -> name.equals(c.getData("name"))).findFirst().orElseThrow();
    }

    private Shell form() {
        return Arrays.stream(display.getShells())
                .filter(s -> s.getText().endsWith("alert"))
                .findFirst()
                .orElse(null);
    }

    private AlertsPage alerts() {
        return (AlertsPage) front();
    }

    @Test
    void whatIsNoNumberIsSaidAndWhatIsOneIsSavedAndTakenBack() {
        DashboardPage page = dashboard(OVERVIEW);
        window.alert(Alert.of("clientele.core/revenue", Condition.ABOVE, 500, Grain.MONTH));
        await("the form", () -> form() != null);
        Shell form = form();
        assertThat(((Combo) find(form, "alert-metric")).getText()).isEqualTo("Net revenue");
        Text threshold = (Text) find(form, "alert-threshold");
        threshold.setText("much");
        find(form, "alert-save").notifyListeners(SWT.Selection, new Event());
        assertThat(all(form).filter(Label.class::isInstance).map(c -> ((Label) c).getText()))
                .contains("\"much\" is no number like 500,000.");
        threshold.setText("1,234");
        find(form, "alert-save").notifyListeners(SWT.Selection, new Event());
        await("saved", form::isDisposed);
        Session session = page.session();
        CompletableFuture<Alert> saved = CompletableFuture.supplyAsync(
                () -> session.alerts().all().get(0).alert());
        await("the alert", saved::isDone);
        assertThat(saved.join().threshold()).isEqualTo(1_234);
        assertThat(saved.join().metric()).isEqualTo("clientele.core/revenue");

        window.commands().showAlerts();
        awaitFront(AlertsPage.ID);
        String id = "alert:" + saved.join().id();
        await("the alert on show", () -> alerts().place(id).isPresent());
        History history = front().history().orElseThrow();
        await("what it found", () -> alerts().place("known").isPresent());
        click(alerts(), "known");
        await("known", () -> alerts().place("known").isEmpty());
        history.undo();
        await("unknown again", () -> alerts().place("known").isPresent());
        history.redo();
        await("known again", () -> alerts().place("known").isEmpty());
        click(alerts(), "pause:" + saved.join().id());
        await("paused", () -> history.undoable().orElse("").startsWith("change the alert"));
        history.undo();
        history.undo();
        history.undo();
        await("taken back", () -> alerts().place(id).isEmpty());
        history.redo();
        await("there again", () -> alerts().place(id).isPresent());
        CompletableFuture<Alert> again = CompletableFuture.supplyAsync(
                () -> session.alerts().get(saved.join().id()));
        await("the alert as it was", again::isDone);
        assertThat(again.join()).isEqualTo(saved.join());
    }
}
