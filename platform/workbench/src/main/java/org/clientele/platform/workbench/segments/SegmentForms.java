package org.clientele.platform.workbench.segments;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.workbench.page.Form;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks about segmentations. Each form stays open, with what is wrong in words, until it is saved or closed. UI thread only. */
final class SegmentForms {
    private static final Texts TEXTS = Texts.of(SegmentForms.class);
    private static final String USUAL_MONTHS = "12";

    private SegmentForms() {}

    /**
     * @param names those of dimensions that people gave
     * @param taken whether a segmentation has a name
     */
    static Shell publish(
            Shell parent,
            Palette palette,
            SegmentDraft draft,
            String title,
            Map<String, String> names,
            Predicate<String> taken,
            BiConsumer<SegmentDraft, Consumer<String>> saving) {
        Form form = new Form(parent, palette, "publish", TEXTS.get("publish.heading"));
        Text name = form.text("name", TEXTS.get("publish.name"), title, "");
        Label next = form.hint(TEXTS.get("publish.next"));
        form.text("description", TEXTS.get("publish.description"), "", "");
        form.text("months", TEXTS.get("publish.months"), USUAL_MONTHS, "");
        form.hint(TEXTS.get("publish.months.hint", SegmentDraft.MOST_MONTHS));
        String parameters = draft.call().parameters().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        form.fixed(
                TEXTS.get("publish.from"),
                parameters.isEmpty() ? draft.call().analysis() : draft.call().analysis() + ": " + parameters);
        form.fixed(
                TEXTS.get("publish.narrowed"),
                draft.filters().isEmpty() ? TEXTS.get("publish.narrowed.all") : FilterText.of(draft.filters(), names));
        form.fixed(TEXTS.get("publish.stored"), TEXTS.get("publish.stored.what"));
        Runnable told = () -> {
            next.setText(TEXTS.get(taken.test(name.getText()) ? "publish.next" : "publish.new"));
            next.getParent().layout();
        };
        name.addListener(SWT.Modify, e -> told.run());
        told.run();
        name.selectAll();
        return form.open(
                "name",
                TEXTS.get("cancel"),
                TEXTS.get("publish"),
                () -> new SegmentDraft(
                        form.said("name"),
                        form.said("description"),
                        draft.call(),
                        draft.filters(),
                        draft.period(),
                        draft.asOf(),
                        months(form.said("months"))),
                saving);
    }

    private static int months(String text) {
        try {
            int months = text.isEmpty() ? 0 : Integer.parseInt(text);
            if (months >= 0 && months <= SegmentDraft.MOST_MONTHS) {
                return months;
            }
        } catch (NumberFormatException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    private static AnalyticsException wrong(String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID, TEXTS.get("publish.months.wrong", text, SegmentDraft.MOST_MONTHS), cause);
    }

    /** A name and a description. */
    record Named(String name, String description) {}

    static Shell rename(
            Shell parent, Palette palette, PublishedSegmentation s, BiConsumer<Named, Consumer<String>> saving) {
        Form form = new Form(parent, palette, "segmentation", TEXTS.get("rename.heading"));
        form.text("name", TEXTS.get("publish.name"), s.name(), "").selectAll();
        form.text("description", TEXTS.get("publish.description"), s.description(), "");
        return form.open(
                "name",
                TEXTS.get("cancel"),
                TEXTS.get("save"),
                () -> new Named(form.said("name"), form.said("description")),
                saving);
    }

    static Shell edit(Shell parent, Palette palette, Segment s, BiConsumer<Segment, Consumer<String>> saving) {
        Form form = new Form(parent, palette, "segment", TEXTS.get("edit.heading", s.former()));
        form.text("name", TEXTS.get("publish.name"), s.name(), s.former()).selectAll();
        form.lines("description", TEXTS.get("publish.description"), s.description(), 56);
        form.lines("action", TEXTS.get("edit.action"), s.action(), 56);
        return form.open(
                "name",
                TEXTS.get("cancel"),
                TEXTS.get("save"),
                () -> new Segment(
                        s.key(), form.said("name"), s.former(), form.said("description"), form.said("action")),
                saving);
    }
}
