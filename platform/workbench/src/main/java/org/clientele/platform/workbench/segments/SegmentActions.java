package org.clientele.platform.workbench.segments;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Snapshot;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** What can be done with published segmentations, and taken back: publish, apply, name, choose a version, delete. UI thread only. */
public final class SegmentActions {
    private static final Texts TEXTS = Texts.of(SegmentActions.class);

    private final Shell shell;
    private final Supplier<Palette> palette;
    private final Session session;
    private final Background background;
    private final PageHost host;
    private final History history = new History();
    private final CancelSignal cancel = CancelSignal.create();

    public SegmentActions(
            Shell shell, Supplier<Palette> palette, Session session, Background background, PageHost host) {
        this.shell = shell;
        this.palette = palette;
        this.session = session;
        this.background = background;
        this.host = host;
    }

    /** What was done last, and can be taken back. */
    History history() {
        return history;
    }

    Session session() {
        return session;
    }

    private Segmentations segments() {
        return session.segmentations();
    }

    private Figures figures() {
        return new Figures(session.format());
    }

    /** Asks for name and months, and publishes; it shows among the jobs, where it can be cancelled. */
    public void publish(SegmentDraft draft, String title) {
        SegmentForms.publish(
                shell,
                palette.get(),
                draft,
                title,
                session.names(),
                name -> segments().named(name).isPresent(),
                (asked, answered) -> {
                    PublishedSegmentation before =
                            segments().named(asked.name()).orElse(null);
                    CompletionStage<PublishedSegmentation> work = session.background(
                            TEXTS.get("publish.job", asked.name()),
                            (progress, stop) -> segments().publish(asked, progress, stop));
                    work.whenComplete((made, e) -> background.ui(() -> {
                        if (made == null) {
                            answered.accept(e == null ? "" : Background.sentence(e));
                        } else {
                            answered.accept("");
                            published(made, before);
                        }
                    }));
                });
    }

    private void published(PublishedSegmentation made, @Nullable PublishedSegmentation before) {
        int version = made.inForce();
        Runnable back = before == null ? () -> delete(made, false) : () -> use(made, before.inForce(), false);
        Runnable forth = before == null ? () -> restore(made, false) : () -> use(made, version, false);
        history.did(TEXTS.get("publish.deed", made.name()), "", back, forth);
        Snapshot newest = made.current().newest();
        host.done(
                TEXTS.get("publish.done", figures().counted(newest.members()), made.name()),
                TEXTS.get("undo"),
                history::undo);
    }

    /** Puts customers into the segments anew, and those of so many ends of months. */
    void apply(PublishedSegmentation s, int months) {
        session.background(
                        TEXTS.get("apply.job", s.name()),
                        (progress, stop) -> segments().apply(s, months, progress, stop))
                .whenComplete((made, e) -> background.ui(() -> {
                    if (made != null) {
                        Snapshot newest = made.current().newest();
                        host.done(TEXTS.get(
                                "apply.done",
                                figures().counted(newest.members()),
                                made.name(),
                                figures().day(newest.day())));
                    } else if (e != null) {
                        failed(e);
                    }
                }));
    }

    private void failed(Throwable e) {
        if (!Background.cancelled(e)) {
            host.failed(TEXTS.get("failed"), Background.sentence(e));
        }
    }

    /** Asks for another name and description. */
    void rename(PublishedSegmentation s) {
        SegmentForms.rename(
                shell,
                palette.get(),
                s,
                (fresh, answered) -> background.run(
                        () -> segments().rename(s, fresh.name(), fresh.description()),
                        now -> {
                            answered.accept("");
                            history.did(
                                    TEXTS.get("rename.deed", s.name()),
                                    "",
                                    () -> run(() -> segments().rename(s, s.name(), s.description()), x -> {}),
                                    () -> run(() -> segments().rename(s, now.name(), now.description()), x -> {}));
                        },
                        e -> answered.accept(Background.sentence(e))));
    }

    /** Asks for another name, description and action of a segment. */
    void edit(PublishedSegmentation s, Segment segment) {
        SegmentForms.edit(
                shell,
                palette.get(),
                segment,
                (fresh, answered) -> background.run(
                        () -> edited(s, segment, fresh),
                        now -> {
                            answered.accept("");
                            history.did(
                                    TEXTS.get("edit.deed", segment.name()),
                                    "",
                                    () -> run(() -> edited(s, segment, segment), x -> {}),
                                    () -> run(() -> edited(s, segment, fresh), x -> {}));
                        },
                        e -> answered.accept(Background.sentence(e))));
    }

    private PublishedSegmentation edited(PublishedSegmentation s, Segment which, Segment fresh) {
        return segments().edit(s, which.key(), fresh.name(), fresh.description(), fresh.action());
    }

    /** Lets questions mean a version. */
    void use(PublishedSegmentation s, int version) {
        int before = s.inForce();
        history.did(
                TEXTS.get("use.deed", version, s.name()),
                "",
                () -> use(s, before, false),
                () -> use(s, version, false));
        use(s, version, true);
    }

    private void use(PublishedSegmentation s, int version, boolean told) {
        run(() -> segments().use(s, version), now -> {
            if (told) {
                host.done(TEXTS.get("use.done", version, now.name()), TEXTS.get("undo"), history::undo);
            }
        });
    }

    /** Deletes a segmentation; it can be brought back. */
    void delete(PublishedSegmentation s) {
        history.did(TEXTS.get("delete.deed", s.name()), "", () -> restore(s, false), () -> delete(s, false));
        delete(s, true);
    }

    private void delete(PublishedSegmentation s, boolean told) {
        run(
                () -> {
                    segments().delete(s);
                    return s;
                },
                gone -> {
                    if (told) {
                        host.done(TEXTS.get("delete.done", s.name()), TEXTS.get("undo"), history::undo);
                    }
                });
    }

    /** Brings a deleted segmentation back. */
    void restore(PublishedSegmentation s) {
        history.did(TEXTS.get("restore.deed", s.name()), "", () -> delete(s, false), () -> restore(s, false));
        restore(s, true);
    }

    private void restore(PublishedSegmentation s, boolean told) {
        run(() -> segments().restore(s), back -> {
            if (told) {
                host.done(TEXTS.get("restore.done", back.name()));
            }
        });
    }

    /** Shows two versions side by side. */
    void compare(PublishedSegmentation s, int first, int second) {
        run(
                () -> segments().compare(s, first, second, cancel),
                c -> Sheet.open(shell, palette.get(), ComparisonSheet.of(s, c, figures())));
    }

    /** Lists customers: of one segment, or of all with their segments. */
    void members(PublishedSegmentation s, @Nullable Segment segment) {
        run(
                () -> segments()
                        .members(
                                s,
                                segment == null ? null : segment.name(),
                                session.records()
                                        .table(CustomerModel.CUSTOMER, cancel)
                                        .rows()
                                        .columns()),
                host::showRecords);
    }

    private <T> void run(Callable<T> work, Consumer<T> done) {
        background.run(work, done, this::failed);
    }
}
