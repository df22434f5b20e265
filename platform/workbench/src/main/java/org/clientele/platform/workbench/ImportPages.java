package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.workbench.imports.ImportsPage;
import org.clientele.platform.workbench.imports.MendPage;
import org.clientele.platform.workbench.imports.Wizard;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.program.Program;

/** The wizard, the list of imports and the watched folder of the desk. UI thread only. */
final class ImportPages {
    private static final Texts TEXTS = Texts.of(ImportPages.class);

    private final Parts parts;
    private final Imports imports;
    private final Runnable showData;
    private final UnaryOperator<Page> watched;
    private final Watching watching;

    /** What they stand in. */
    record Parts(WindowFrame frame, OpenPages pages, Background background, PageHost host, Supplier<Palette> palette) {}

    /**
     * @param showData shows a dashboard
     * @param watched lets a page tell when it was painted
     */
    ImportPages(Parts parts, Imports imports, Runnable showData, UnaryOperator<Page> watched) {
        this.parts = parts;
        this.imports = imports;
        this.showData = showData;
        this.watched = watched;
        this.watching = imports.watching(
                parts.background(), () -> parts.pages().find(ImportsPage.ID).ifPresent(Page::refresh));
    }

    /** The folder that is watched. */
    Watching watching() {
        return watching;
    }

    /** Shows the wizard, and gives it files if there are some. */
    void wizard(OpenWorkspace opened, List<Path> files) {
        Wizard wizard = parts.pages()
                .find(Wizard.ID)
                .filter(Wizard.class::isInstance)
                .map(Wizard.class::cast)
                .orElse(null);
        if (wizard == null) {
            wizard = new Wizard(
                    parts.frame().holder(),
                    parts.palette().get(),
                    opened.session(),
                    parts.background(),
                    parts.host(),
                    new Wizard.Actions(
                            imports::choose,
                            showData,
                            () -> list(opened),
                            batch -> mend(opened, batch),
                            watching::lookAgain,
                            this::imported));
            parts.pages().add(watched.apply(wizard));
        } else {
            parts.pages().show(wizard);
        }
        wizard.add(files);
    }

    /** Whoever looks at the wizard sees it there. */
    private void imported(ImportReply reply) {
        if (parts.pages().front().filter(p -> p.id().equals(Wizard.ID)).isEmpty()) {
            imports.told(reply, parts.palette().get());
        }
    }

    /** Shows the list of imports. */
    void list(OpenWorkspace opened) {
        parts.pages()
                .find(ImportsPage.ID)
                .ifPresentOrElse(parts.pages()::show, () -> parts.pages().add(page(opened)));
    }

    /** The list of imports, not shown yet. */
    Page page(OpenWorkspace opened) {
        return watched.apply(new ImportsPage(
                parts.frame().holder(),
                parts.palette().get(),
                opened.workspace(),
                opened.session(),
                parts.background(),
                parts.host(),
                new ImportsPage.Watch(
                        watching::folder,
                        () -> watching.choose(opened),
                        () -> watching.stop(opened),
                        file -> wizard(opened, List.of(file)),
                        batch -> mend(opened, batch))));
    }

    /** Shows the rejected rows of an import. */
    void mend(OpenWorkspace opened, long batch) {
        parts.pages()
                .find(MendPage.id(batch))
                .ifPresentOrElse(
                        parts.pages()::show,
                        () -> parts.pages()
                                .add(watched.apply(new MendPage(
                                        parts.frame().holder(),
                                        parts.palette().get(),
                                        opened.session(),
                                        parts.background(),
                                        parts.host(),
                                        batch,
                                        this::open))));
    }

    private void open(Path file) {
        if (!Program.launch(file.toString())) {
            parts.host().failed(TEXTS.get("rejects.unopened"), TEXTS.get("rejects.file", file));
        }
    }
}
