package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

/** Behind the number of a sentence stands the query that answers it. */
class SentenceTest extends SampleOnScreen {
    @Test
    void enterOnASentenceOpensItsQueryWithTheSameAnswer() {
        DashboardPage page = dashboard(BROKEN);
        Session session = page.session();
        MetricQuery query = MetricQuery.of("revenue").during(page.days());
        CompletableFuture<Frame> answer =
                CompletableFuture.supplyAsync(() -> session.query(query, CancelSignal.create()));
        await("an answer", answer::isDone);
        String value = session.format().exact(answer.join().column("revenue"), 0);

        page.control().forceFocus();
        page.reach("said");
        settle();
        hands.key(KeyEvent.VK_RIGHT);
        settle();
        hands.key(KeyEvent.VK_ENTER);
        await("the sheet", () -> sheet() != null);
        Shell sheet = sheet();
        assertThat(sheet.getText()).isEqualTo("Net revenue: " + value);
        sheet.close();
        assertThat(front()).isSameAs(page);
    }

    private Shell sheet() {
        return Arrays.stream(display.getShells())
                .filter(s -> s != window.shell() && s.isVisible())
                .filter(s -> s.getText().startsWith("Net revenue"))
                .findFirst()
                .orElse(null);
    }
}
