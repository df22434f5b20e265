package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.records.RecordsPage;
import org.clientele.platform.workbench.scope.Chips;
import org.clientele.platform.workbench.segments.SegmentsPage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A person publishes the segments of a card, names one, filters by it, publishes again, and deletes it. */
class SegmentsOnScreenTest extends SampleOnScreen {
    private static final String SPENDERS = "trial.window/spenders";

    @Test
    void theSegmentsOfACardArePublishedNamedFilteredByAndTakenBack() {
        window.commands().showSegments();
        awaitFront(SegmentsPage.ID);
        hands.photograph("segments-empty");
        DashboardPage page = dashboard(SPENDERS);
        assertThat(page.view().segments("countries")).isEmpty();
        theCustomersOfASegmentThatNobodyPublishedAreListed(page);
        SegmentDraft draft = page.view().segments("spenders").orElseThrow();
        window.publish(draft, "Spenders");
        awaitPublishForm();
        hands.photograph("segments-publish");
        press("publish", "months", "many");
        assertThat(form("publish")).as("stays open with what is wrong").isPresent();
        press("publish", "months", "3");
        await("published", () -> form("publish").isEmpty());
        PublishedSegmentation spenders = segments().get("spenders");
        assertThat(spenders.current().snapshots()).hasSize(4);

        window.shell().forceActive();
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_E);
        awaitFront(SegmentsPage.ID);
        SegmentsPage list = (SegmentsPage) front();
        click(list, "segment:" + spenders.id() + ":0");
        await("the form", () -> form("segment").isPresent());
        press("segment", "name", "Whales");
        await(
                "named",
                () -> segments()
                        .get("spenders")
                        .current()
                        .segments()
                        .get(0)
                        .name()
                        .equals("Whales"));
        hands.photograph("segments-page");

        assertThat(window.desk().workspace().orElseThrow().session().dimensions(CancelSignal.create()))
                .anyMatch(d -> d.name().equals("segment.spenders") && d.label().equals("Spenders"));
        dashboard(SPENDERS);
        page.narrow(
                page.scope().during(PeriodChoice.ALL).filtered(List.of(Filter.in("segment.spenders", "Large"))),
                "filter");
        assertThat(Chips.of(page.scope(), page.everywhere(), page.names()))
                .extracting(Chips.Chip::label)
                .containsExactly("Spenders: Large");
        await(
                "that days before the first end of a month look ahead",
                () -> page.settled()
                        && page.view().frame("countries").stream()
                                .flatMap(f -> f.caveats().stream())
                                .anyMatch(c -> c.message().contains("\"Spenders\"")));

        onlyKnownDays(page);

        window.commands().showSegments();
        awaitFront(SegmentsPage.ID);
        window.publish(draft, "Spenders");
        awaitPublishForm();
        press("publish", "months", "0");
        // The step stands in the history once the window has heard of it, and closed the form.
        await(
                "version 2",
                () -> segments().get("spenders").inForce() == 2
                        && form("publish").isEmpty());
        list.history().orElseThrow().undo();
        await("version 1 again", () -> segments().get("spenders").inForce() == 1);
        window.shell().forceActive();
        list.control().setFocus();
        click(list, "segmentation:" + spenders.id());
        list.control().setFocus();
        hands.key(KeyEvent.VK_DELETE);
        await("deleted", () -> segments().deleted().size() == 1);
        await("the way back", () -> list.place("restore:" + spenders.id()).isPresent());
    }

    private void onlyKnownDays(DashboardPage page) {
        window.shell().forceActive();
        settle();
        click(window.frame().filters(), "filter-0");
        await("the picker", () -> picker().stream().anyMatch(Shell::isVisible));
        Button known = (Button) find(picker().orElseThrow(), "member-known");
        known.setSelection(true);
        known.notifyListeners(SWT.Selection, null);
        hands.photograph("known-days");
        picker().orElseThrow().getDefaultButton().notifyListeners(SWT.Selection, null);
        await("the picker is closed", () -> picker().isEmpty());
        window.shell().forceActive();
        await("two filters", () -> page.scope().filters().size() == 2);
        assertThat(Chips.of(page.scope(), page.everywhere(), page.names()))
                .extracting(Chips.Chip::label)
                .containsExactly("Spenders: Large", "Spenders: only days on which it was known");
        await(
                "no day looks ahead",
                () -> page.settled()
                        && page.view().frame("countries").stream()
                                .noneMatch(f -> f.caveats().stream()
                                        .anyMatch(c -> c.message().contains("\"Spenders\""))));
    }

    private Optional<Shell> picker() {
        return Arrays.stream(display.getShells())
                .filter(s -> !s.isDisposed() && "member-picker".equals(s.getData("name")))
                .findFirst();
    }

    private void theCustomersOfASegmentThatNobodyPublishedAreListed(DashboardPage page) {
        await("settled", page::settled);
        long large =
                page.view().frame("spenders").orElseThrow().column("customers").longAt(0);
        page.control().forceFocus();
        page.reach("spenders");
        hands.key(KeyEvent.VK_RIGHT);
        settle();
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        settle();
        hands.photograph("segment-menu");
        hands.key(KeyEvent.VK_C);
        await("customers in front", () -> front() instanceof RecordsPage);
        RecordsPage customers = (RecordsPage) front();
        await("as many as the card says", () -> customers.state().stream().anyMatch(s -> s.count() == large));
        await("its rows", customers::settled);
        assertThat(customers.heading()).startsWith("Spenders of now: Large");
        hands.photograph("segment-customers");
        dashboard(SPENDERS);
    }

    @Test
    void aScoreIsPublishedAndWhatItMakesPossibleIsOfferedWithOneClick() {
        DashboardPage page = dashboard(SPENDERS);
        await("settled", page::settled);
        assertThat(page.suggestions()).isEmpty();
        assertThat(window.frame().filters().place("suggestion-0")).isEmpty();
        window.publish(page.view().segments("worth").orElseThrow(), "Expected value");
        awaitPublishForm();
        assertThat(said("publish")).contains("Nothing of this name is published yet.");
        press("publish", "months", "0");
        await("published", () -> form("publish").isEmpty());
        assertThat(segments().get("score.expected_value").isScore()).isTrue();

        await("the offer", () -> window.frame().filters().place("suggestion-0").isPresent());
        hands.photograph("score-offered");
        click(window.frame().filters(), "suggestion-0");
        await("chosen", () -> page.scope().parameters().equals(Map.of("large", "500")) && page.settled());
        assertThat(page.suggestions()).isEmpty();
        page.history().orElseThrow().undo();
        await("offered again", () -> page.suggestions().size() == 1);

        page.narrow(page.scope().filtered(List.of(Filter.between("score.expected_value", "1", null))), "filter");
        await("narrowed", page::settled);
        assertThat(page.view().failure("countries")).isEmpty();
        window.publish(page.view().segments("worth").orElseThrow(), "expected VALUE");
        awaitPublishForm();
        assertThat(said("publish")).contains("this is its next version");
        form("publish").orElseThrow().close();
        window.commands().showSegments();
        awaitFront(SegmentsPage.ID);
        hands.photograph("score-page");
        segments().delete(segments().get("expected_value"));
    }

    /** All words of a form. */
    private String said(String form) {
        return all(form(form).orElseThrow())
                .filter(Label.class::isInstance)
                .map(c -> ((Label) c).getText())
                .collect(Collectors.joining("\n"));
    }

    private void awaitPublishForm() {
        await("the form", () -> form("publish").isPresent());
    }

    private Segmentations segments() {
        return window.desk().workspace().orElseThrow().session().segmentations();
    }

    /** Writes into a field and presses the button that saves. */
    private void press(String form, String field, String text) {
        Shell shell = form(form).orElseThrow();
        ((Text) find(shell, form + "-" + field)).setText(text);
        ((Button) find(shell, form + "-save")).notifyListeners(SWT.Selection, null);
    }

    private Optional<Shell> form(String name) {
        return Arrays.stream(display.getShells())
                .filter(s -> !s.isDisposed() && all(s).anyMatch(c -> (name + "-save").equals(c.getData("name"))))
                .findFirst();
    }

    private static Control find(Composite in, String name) {
        return all(in).filter(c -> name.equals(c.getData("name"))).findFirst().orElseThrow();
    }

    private static Stream<Control> all(Composite in) {
        return Arrays.stream(in.getChildren())
                .flatMap(c -> c instanceof Composite inner ? Stream.concat(Stream.of(c), all(inner)) : Stream.of(c));
    }
}
