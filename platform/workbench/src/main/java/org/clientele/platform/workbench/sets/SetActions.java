package org.clientele.platform.workbench.sets;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.SetDraft;
import org.clientele.platform.runtime.sets.SetOperation;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Exportable;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** What can be done with customer sets, and taken back: make, name, combine, compare, delete. UI thread only. */
public final class SetActions {
    private static final Texts TEXTS = Texts.of(SetActions.class);

    private final Shell shell;
    private final Supplier<Palette> palette;
    private final Session session;
    private final Background background;
    private final PageHost host;
    private final SetPlaces places;
    private final History history = new History();
    private final CancelSignal cancel = CancelSignal.create();

    public SetActions(
            Shell shell,
            Supplier<Palette> palette,
            Session session,
            Background background,
            PageHost host,
            SetPlaces places) {
        this.shell = shell;
        this.palette = palette;
        this.session = session;
        this.background = background;
        this.host = host;
        this.places = places;
    }

    /** What was done last, and can be taken back. */
    History history() {
        return history;
    }

    Session session() {
        return session;
    }

    SetPlaces places() {
        return places;
    }

    private CustomerSets sets() {
        return session.sets();
    }

    /** Asks for the name of a set of the customers whom a rule chooses, and makes it. */
    public void make(String title, SetRule rule) {
        List<String> choices = rule.lasts() ? List.of(TEXTS.get("make.fixed"), TEXTS.get("make.by.rule")) : List.of();
        SetForm[] form = new SetForm[1];
        form[0] = SetForm.open(
                shell,
                palette.get(),
                new SetForm.Question(
                        TEXTS.get("make.heading"),
                        TEXTS.get("make.counting"),
                        title,
                        "",
                        choices,
                        List.of(),
                        TEXTS.get("make")),
                answer -> make(form[0], rule, answer));
        background.run(
                () -> {
                    long n = sets().count(rule, cancel);
                    Figures figures = new Figures(session.format());
                    return TEXTS.get("make.meaning", figures.counted(n), sets().said(rule, cancel));
                },
                form[0]::mean,
                e -> form[0].mean(Background.sentence(e)));
    }

    private void make(SetForm form, SetRule rule, SetForm.Answer answer) {
        SetDraft draft = new SetDraft(answer.name(), answer.description(), rule, answer.choice() == 0);
        session.background(
                        TEXTS.get("make.job", draft.name()), (progress, stop) -> sets().create(draft, progress, stop))
                .whenComplete((made, e) -> background.ui(() -> made(form, made, e)));
    }

    private void made(SetForm form, @Nullable CustomerSet made, @Nullable Throwable failure) {
        if (made == null) {
            form.answered(failure == null ? "" : Background.sentence(failure));
            return;
        }
        form.answered("");
        String what = TEXTS.get("make.deed", made.name());
        history.did(what, "", () -> delete(made, false), () -> restore(made, false));
        host.done(TEXTS.get("make.done", made.name()), TEXTS.get("undo"), history::undo);
    }

    /** Asks how two sets are put together, and does it. */
    void combine(List<CustomerSet> chosen) {
        List<CustomerSet> all = Stream.concat(
                        chosen.stream(), sets().all().stream().filter(s -> !chosen.contains(s)))
                .toList();
        if (all.size() < 2) {
            host.done(TEXTS.get("combine.none"));
            return;
        }
        List<String> names = all.stream().map(CustomerSet::name).toList();
        List<String> operations = Stream.of(SetOperation.values())
                .map(o -> TEXTS.get("combine.how." + o.name().toLowerCase(Locale.ROOT)))
                .toList();
        SetForm[] form = new SetForm[1];
        form[0] = SetForm.open(
                shell,
                palette.get(),
                new SetForm.Question(
                        TEXTS.get("combine.heading"),
                        TEXTS.get("combine.means"),
                        TEXTS.get("combine.name", all.get(0).name(), all.get(1).name()),
                        "",
                        List.of(),
                        List.of(
                                with(TEXTS.get("combine.take"), operations),
                                with(TEXTS.get("combine.first"), names),
                                with(TEXTS.get("combine.second"), names)),
                        TEXTS.get("make")),
                answer -> {
                    SetOperation operation =
                            SetOperation.values()[answer.chosen().get(0)];
                    CustomerSet first = all.get(answer.chosen().get(1));
                    CustomerSet other = all.get(answer.chosen().get(2));
                    session.background(
                                    TEXTS.get("combine.job", first.name(), other.name()),
                                    (progress, stop) -> sets().combine(
                                                    operation,
                                                    first,
                                                    other,
                                                    answer.name(),
                                                    answer.description(),
                                                    progress,
                                                    stop))
                            .whenComplete((made, e) -> background.ui(() -> made(form[0], made, e)));
                });
    }

    private static List<String> with(String label, List<String> entries) {
        return Stream.concat(Stream.of(label), entries.stream()).toList();
    }

    /** Asks for another name and description. */
    void rename(CustomerSet set) {
        SetForm[] form = new SetForm[1];
        form[0] = SetForm.open(
                shell,
                palette.get(),
                new SetForm.Question(
                        TEXTS.get("rename.heading"),
                        TEXTS.get("rename.means"),
                        set.name(),
                        set.description(),
                        List.of(),
                        List.of(),
                        TEXTS.get("rename.save")),
                answer -> background.run(
                        () -> sets().rename(set, answer.name(), answer.description()),
                        now -> {
                            form[0].answered("");
                            history.did(
                                    TEXTS.get("rename.deed", set.name()),
                                    "",
                                    () -> named(set, set.name(), set.description()),
                                    () -> named(set, now.name(), now.description()));
                        },
                        e -> form[0].answered(Background.sentence(e))));
    }

    private void named(CustomerSet set, String name, String description) {
        run(() -> sets().rename(set, name, description), now -> {});
    }

    /** Deletes a set; it can be brought back. */
    void delete(CustomerSet set) {
        history.did(TEXTS.get("delete.deed", set.name()), "", () -> restore(set, false), () -> delete(set, false));
        delete(set, true);
    }

    private void delete(CustomerSet set, boolean told) {
        run(
                () -> {
                    sets().delete(set);
                    return set;
                },
                gone -> {
                    if (told) {
                        host.done(TEXTS.get("delete.done", set.name()), TEXTS.get("undo"), history::undo);
                    }
                });
    }

    /** Brings a deleted set back. */
    void restore(CustomerSet set) {
        history.did(TEXTS.get("restore.deed", set.name()), "", () -> delete(set, false), () -> restore(set, false));
        restore(set, true);
    }

    private void restore(CustomerSet set, boolean told) {
        run(() -> sets().restore(set), back -> {
            if (told) {
                host.done(TEXTS.get("restore.done", back.name()));
            }
        });
    }

    private <T> void run(Callable<T> work, Consumer<T> done) {
        background.run(work, done, e -> {
            if (!Background.cancelled(e)) {
                host.failed(TEXTS.get("failed"), Background.sentence(e));
            }
        });
    }

    /** Shows two sets side by side, or one beside all other customers. */
    void compare(CustomerSet first, @Nullable CustomerSet second) {
        places.compare(ComparisonBoard.entry(first, second));
    }

    /** Lists its customers. */
    void members(CustomerSet set) {
        run(
                () -> sets().members(
                                set,
                                session.records()
                                        .table(CustomerModel.CUSTOMER, cancel)
                                        .rows()
                                        .columns()),
                host::showRecords);
    }

    /** Asks where to and writes its customers as a file. */
    void export(CustomerSet set) {
        host.export(
                new Exportable(set.name(), Export.ofLists(), session, stop -> Export.ofMembers(session, set, stop)));
    }
}
