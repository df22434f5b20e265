package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportProposal;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PageScroll;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * The import wizard: files, how they are read, where their columns go, what would become of them, what became of them.
 * Enter takes the recommended way; whoever drops a file of a known kind presses it once. UI thread only.
 */
public final class Wizard extends DrawnPane implements Page {
    private static final Texts TEXTS = Texts.of(Wizard.class);
    /** The page's id. */
    public static final String ID = "import";

    private final WizardModel model = new WizardModel();
    private final WizardWork work;
    private final Words words;
    private final WizardAsks asks;
    private final PageHost host;
    private final Actions actions;
    private final PageScroll scroll = new PageScroll();
    private final StepRail rail = new StepRail();
    private final WizardFoot foot = new WizardFoot(this);
    private final List<StepView> views;
    private final ColumnsStep columns;
    private @Nullable ImportProposal checked;
    private @Nullable Step wanted;

    /**
     * What the window does for the wizard.
     *
     * @param choose asks for files
     * @param dashboard shows the data
     * @param imports shows the list of imports
     * @param mend shows the rejected rows of an import
     * @param recipeSaved hears that there is a new recipe
     * @param imported hears what an import gave
     */
    public record Actions(
            Supplier<List<Path>> choose,
            Runnable dashboard,
            Runnable imports,
            LongConsumer mend,
            Runnable recipeSaved,
            Consumer<ImportReply> imported) {}

    /** A wizard without files. */
    public Wizard(
            Composite parent, Palette palette, Session session, Background background, PageHost host, Actions actions) {
        super(parent, palette, TEXTS.get("wizard.pane"));
        this.host = host;
        this.actions = actions;
        this.words = new Words(session.format());
        this.work = new WizardWork(
                session,
                background,
                model,
                new WizardWork.Listener(this::changed, this::redraw, actions.imported(), host::done, host::failed));
        this.asks = new WizardAsks(this, model, work, words);
        this.columns = new ColumnsStep(this);
        this.views =
                List.of(new FilesStep(this), new ReadingStep(this), columns, new CheckStep(this), new DoneStep(this));
        control().addListener(SWT.MouseWheel, e -> wheel(e.count, (e.stateMask & SWT.SHIFT) != 0));
        control().addListener(SWT.MouseHorizontalWheel, e -> wheel(e.count, true));
        control().addListener(SWT.KeyDown, this::key);
    }

    /** Takes files in. */
    public void add(List<Path> files) {
        if (!files.isEmpty()) {
            work.add(files);
        }
    }

    /** Goes to a step as soon as it can be reached, for pictures of it; the last one imports. */
    public void show(Step step) {
        wanted = step;
        changed();
    }

    private void goWhereWanted() {
        Step step = wanted;
        if (step != null && model.known() && !model.files().isEmpty()) {
            wanted = null;
            if (step == Step.DONE) {
                importNow();
            } else {
                go(step);
            }
        }
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        Sketch s = new Sketch(pen, places, palette());
        double margin = Pen.pageMargin(width);
        double left = margin + rail.width(width) + 16;
        double w = width - left - margin;
        double bottom = height - WizardFoot.HEIGHT;
        pen.push(0, 0);
        pen.clip(left - 8, 0, w + 16 + margin, bottom);
        double h = bottom - 4;
        double content = views.get(model.step().ordinal()).draw(s, left, 4 - scroll.offset(), w, h - 12);
        pen.pop();
        scroll.sizes((int) Math.ceil(content) + 12, (int) bottom);
        pen.push(0, 0);
        scroll.draw(pen, width, palette());
        pen.pop();
        foot.draw(s, left, bottom, w);
        rail.draw(s, this, margin, 4, rail.width(width));
    }

    void changed() {
        if (!control().isDisposed()) {
            goWhereWanted();
            if (model.step() == Step.CHECK && model.trial() == null && model.reachable(Step.CHECK)) {
                checkOnce();
            }
            redraw();
            host.changed(this);
        }
    }

    /** A trial begins by itself, but not again after somebody stopped it. */
    private void checkOnce() {
        if (work.pace() == null && !model.proposal().equals(checked)) {
            checked = model.proposal();
            work.check();
        }
    }

    /** Goes to a step. */
    public void go(Step step) {
        if (model.reachable(step)) {
            model.go(step);
            scroll.to(0);
            changed();
        }
    }

    void importNow() {
        // Whoever stops the import does not ask for a trial instead.
        checked = model.proposal();
        work.importNow();
    }

    void mode(ImportMode mode) {
        if (work.checking()) {
            work.cancel();
        }
        model.change(p -> p.as(mode));
        changed();
    }

    void undo() {
        model.undo();
        changed();
    }

    void redo() {
        model.redo();
        changed();
    }

    /** The chips that choose a table where there are several; gives their height. */
    double tableChips(Sketch s, double x, double y, double w) {
        return TableChips.draw(s, model, x, y, w, index -> {
            model.choose(index);
            changed();
        });
    }

    void chooseFiles() {
        add(actions.choose().get());
    }

    void importMore() {
        work.anew();
        chooseFiles();
    }

    void saveRecipe() {
        asks.recipeTitle(actions.recipeSaved());
    }

    void openDashboard() {
        actions.dashboard().run();
    }

    void openImports() {
        actions.imports().run();
    }

    void mend(long batch) {
        actions.mend().accept(batch);
    }

    private void wheel(int lines, boolean sideways) {
        if (views.get(model.step().ordinal()).wheel(lines, sideways) || scroll.to(scroll.offset() - lines * 24)) {
            redraw();
        }
    }

    private void key(Event e) {
        boolean control = (e.stateMask & SWT.MOD1) != 0;
        boolean shift = (e.stateMask & SWT.SHIFT) != 0;
        boolean plain = (e.stateMask & (SWT.MOD1 | SWT.ALT | SWT.SHIFT)) == 0;
        if (control && e.keyCode == 'z') {
            if (shift) {
                redo();
            } else {
                undo();
            }
        } else if ((e.stateMask & SWT.MODIFIER_MASK) == SWT.ALT && e.keyCode == SWT.ARROW_LEFT) {
            step(model.back());
        } else if ((e.stateMask & SWT.MODIFIER_MASK) == SWT.ALT && e.keyCode == SWT.ARROW_RIGHT) {
            step(model.next());
        } else if (control && e.keyCode == 'y') {
            redo();
        } else if (plain && e.doit && (e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR)) {
            enter();
        } else if (plain && e.keyCode == SWT.ESC) {
            escape();
        } else if (plain && model.step() == Step.COLUMNS && (e.keyCode == SWT.PAGE_UP || e.keyCode == SWT.PAGE_DOWN)) {
            columns.side(e.keyCode == SWT.PAGE_UP ? -1 : 1);
            redraw();
        }
    }

    private void step(Optional<Step> to) {
        if (!work.importing()) {
            to.ifPresent(this::go);
        }
    }

    /** The recommended way. */
    private void enter() {
        if (work.importing()) {
            return;
        }
        if (model.step() == Step.DONE) {
            openDashboard();
        } else if (model.files().isEmpty()) {
            chooseFiles();
        } else if (model.obstacle().isEmpty()) {
            importNow();
        } else {
            model.next().ifPresent(this::go);
        }
    }

    private void escape() {
        if (work.pace() != null) {
            work.cancel();
        } else {
            model.back().ifPresent(this::go);
        }
    }

    @Override
    protected void reveal(Rectangle bounds) {
        int bottom = control().getClientArea().height - WizardFoot.HEIGHT;
        if (bounds.y + bounds.height <= control().getClientArea().height
                && scroll.reveal(
                        bounds.y + scroll.offset() - 8.0,
                        Math.min(bounds.y + bounds.height + 8, bottom + bounds.height) + scroll.offset())) {
            redraw();
        }
    }

    WizardWork work() {
        return work;
    }

    Words words() {
        return words;
    }

    WizardAsks asks() {
        return asks;
    }

    DrawnPane pane() {
        return this;
    }

    /** What the wizard knows. */
    public WizardModel model() {
        return model;
    }

    /** Whether an import or a check is running. */
    public boolean busy() {
        return work.pace() != null;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return TEXTS.get("wizard.title");
    }

    @Override
    public String heading() {
        return TEXTS.get("wizard.pane");
    }

    @Override
    public String description() {
        int n = model.files().size();
        if (n == 0) {
            return TEXTS.get("wizard.description");
        }
        return n == 1
                ? String.valueOf(model.files().get(0).getFileName())
                : TEXTS.get("wizard.description.files", words.counted(n));
    }

    @Override
    public boolean settled() {
        return model.known() && work.pace() == null && wanted == null;
    }

    @Override
    public void close() {
        work.close();
        control().dispose();
    }
}
