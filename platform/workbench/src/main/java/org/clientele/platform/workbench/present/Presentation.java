package org.clientele.platform.workbench.present;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.scope.Chips;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * Bookmarks one after the other over the whole screen, alive: marks can be pointed at and picked. The tabs of the window
 * stay as they are, since each slide has a page of its own; the next one is worked out while one is looked at. UI thread
 * only.
 */
public final class Presentation {
    private static final Texts TEXTS = Texts.of(Presentation.class);
    /** Seconds that a slide stands while it goes on by itself. */
    private static final List<Integer> PACES = List.of(10, 20, 30, 60, 300);

    private final Shell shell;
    private final Palette palette;
    private final Session session;
    private final Background background;
    private final PageHost window;
    private final List<Slide> slides;
    private final Map<Integer, DashboardPage> pages = new HashMap<>();
    private final Composite holder;
    private final StackLayout stack = new StackLayout();
    private final SlideHead head;
    private final SlideFoot foot;
    private final PageHost host;
    private int at = -1;
    private int pace = 1;
    private boolean playing;
    private int generation;

    private Presentation(
            Shell parent,
            Palette palette,
            Session session,
            String age,
            Background background,
            PageHost window,
            List<Slide> slides) {
        this.palette = palette;
        this.session = session;
        this.background = background;
        this.window = window;
        this.slides = List.copyOf(slides);
        shell = new Shell(parent, SWT.NO_TRIM);
        shell.setText(TEXTS.get("title"));
        shell.setData("name", "presentation");
        head = new SlideHead(shell, palette);
        holder = new Composite(shell, SWT.NONE);
        holder.setLayout(stack);
        foot = new SlideFoot(shell, palette, age, actions());
        host = new SlideHost(
                window,
                this::describe,
                page -> prepare(page.equals(pages.get(at)) ? at + 1 : -1),
                foot::message,
                this::close);
        int argb = palette.theme().canvas();
        Color canvas = new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
        shell.setBackground(canvas);
        holder.setBackground(canvas);
        shell.setLayout(new Places());
        keys(shell.getDisplay());
        shell.addListener(SWT.Dispose, e -> {
            generation++;
            pages.values().forEach(DashboardPage::close);
            pages.clear();
        });
    }

    /**
     * Shows slides from the first one on, over the whole screen that the window is on.
     *
     * @param age how old the data is, or ""
     * @param slides at least one
     */
    public static Presentation open(
            Shell parent,
            Palette palette,
            Session session,
            String age,
            Background background,
            PageHost window,
            List<Slide> slides) {
        Presentation shown = new Presentation(parent, palette, session, age, background, window, slides);
        shown.shell.setBounds(parent.getMonitor().getBounds());
        shown.shell.setFullScreen(true);
        shown.shell.open();
        shown.shell.forceActive();
        shown.go(0);
        shown.foot.control().setFocus();
        return shown;
    }

    /** Whether it was ended. */
    public boolean ended() {
        return shell.isDisposed();
    }

    /** Ends it; the window is as it was before. */
    public void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    /** Data changed: each slide asks again. */
    public void refresh(String age) {
        if (!shell.isDisposed()) {
            foot.age(age);
            pages.values().forEach(DashboardPage::refresh);
        }
    }

    /** The dashboard on show. */
    public DashboardPage page() {
        return prepared(at);
    }

    /** What stands above it: title, dashboard with filters, days. */
    public String heading() {
        return head.told();
    }

    /** Which slide is on show, from 0. */
    public int index() {
        return at;
    }

    /** Whether it goes on by itself. */
    public boolean playing() {
        return playing;
    }

    private SlideFoot.Actions actions() {
        return new SlideFoot.Actions() {
            @Override
            public void previous() {
                go(at - 1);
            }

            @Override
            public void next() {
                go(at + 1);
            }

            @Override
            public void play() {
                goOn(!playing);
            }

            @Override
            public void pace() {
                pace = (pace + 1) % PACES.size();
                goOn(true);
            }

            @Override
            public void end() {
                close();
            }
        };
    }

    private void keys(Display display) {
        Listener keys = this::key;
        display.addFilter(SWT.KeyDown, keys);
        shell.addListener(SWT.Dispose, e -> display.removeFilter(SWT.KeyDown, keys));
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false; // a key like the others: a card that fills the page takes it first
            }
        });
    }

    private void key(Event e) {
        if (!(e.widget instanceof Control control) || control.getShell() != shell || (e.stateMask & SWT.MOD1) != 0) {
            return;
        }
        // Within a dashboard arrows go from mark to mark, and Escape leaves a card before it ends the whole.
        boolean inPage = control == prepared(at).control();
        switch (e.keyCode) {
            case SWT.PAGE_DOWN -> go(at + 1);
            case SWT.PAGE_UP -> go(at - 1);
            case SWT.ARROW_RIGHT, SWT.ARROW_DOWN, ' ' -> {
                if (inPage || e.keyCode == ' ' && foot.focused().isPresent()) {
                    return;
                }
                go(at + 1);
            }
            case SWT.ARROW_LEFT, SWT.ARROW_UP -> {
                if (inPage) {
                    return;
                }
                go(at - 1);
            }
            case SWT.HOME, SWT.END -> {
                if (inPage) {
                    return;
                }
                go(e.keyCode == SWT.HOME ? 0 : slides.size() - 1);
            }
            case 'p' -> {
                if (inPage) {
                    return;
                }
                goOn(!playing);
            }
            case SWT.ESC -> {
                if (inPage) {
                    foot.control().setFocus();
                    return;
                }
                close();
            }
            default -> {
                return;
            }
        }
        e.doit = false;
        e.type = SWT.None;
    }

    private void goOn(boolean yes) {
        playing = yes;
        generation++;
        if (yes) {
            later(generation);
        }
        tell();
    }

    private void later(int mine) {
        shell.getDisplay().timerExec(PACES.get(pace) * 1000, () -> {
            if (mine == generation && !shell.isDisposed()) {
                go((at + 1) % slides.size());
            }
        });
    }

    private void go(int index) {
        if (index < 0 || index >= slides.size()) {
            foot.message(TEXTS.get(index < 0 ? "first" : "last"));
            return;
        }
        boolean inPage = at >= 0 && prepared(at).control().isFocusControl();
        at = index;
        pages.entrySet().removeIf(known -> {
            boolean far = Math.abs(known.getKey() - index) > 1;
            if (far) {
                known.getValue().close();
            }
            return far;
        });
        DashboardPage page = prepared(index);
        stack.topControl = page.control();
        holder.layout();
        if (inPage) {
            page.control().setFocus();
        }
        tell();
        describe();
        if (playing) {
            later(++generation);
        }
    }

    private void tell() {
        int seconds = PACES.get(pace);
        foot.show(
                at,
                slides.size(),
                playing,
                seconds < 60 ? TEXTS.get("seconds", seconds) : TEXTS.get("minutes", seconds / 60));
    }

    private void describe() {
        Slide slide = slides.get(at);
        DashboardPage page = prepared(at);
        String dashboard = slide.entry().title();
        String about = Stream.concat(
                        Stream.of(dashboard).filter(name -> !name.equals(slide.title())),
                        Chips.of(page.scope()).stream().map(Chips.Chip::label))
                .reduce((one, other) -> TEXTS.get("beside", one, other))
                .orElse("");
        head.show(slide.title(), about, page.periodLabel());
    }

    /** Works a slide out that will be wanted soon. */
    private void prepare(int index) {
        if (index >= 0 && index < slides.size() && !shell.isDisposed()) {
            prepared(index);
        }
    }

    private DashboardPage prepared(int index) {
        DashboardPage known = pages.get(index);
        if (known != null) {
            return known;
        }
        Slide slide = slides.get(index);
        DashboardPage fresh = new DashboardPage(
                holder,
                palette,
                slide.entry(),
                slide.bookmark().scope(),
                session,
                (now, told) -> session.open(slide.dashboard(session), now, told),
                background,
                host);
        pages.put(index, fresh);
        fresh.look(slide.bookmark());
        Rectangle room = holder.getClientArea();
        fresh.control().setBounds(room);
        return fresh;
    }

    /** Title at the top, slide below, foot at the bottom. */
    private final class Places extends Layout {
        @Override
        protected Point computeSize(Composite composite, int wHint, int hHint, boolean flush) {
            return new Point(1280, 800);
        }

        @Override
        protected void layout(Composite composite, boolean flush) {
            Rectangle area = composite.getClientArea();
            int bottom = Math.max(0, area.height - SlideFoot.HEIGHT);
            head.control().setBounds(0, 0, area.width, SlideHead.HEIGHT);
            holder.setBounds(0, SlideHead.HEIGHT, area.width, Math.max(0, bottom - SlideHead.HEIGHT));
            foot.control().setBounds(0, bottom, area.width, SlideFoot.HEIGHT);
        }
    }
}
