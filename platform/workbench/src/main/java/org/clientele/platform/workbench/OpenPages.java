package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.workbench.frame.FilterBar;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.paint.Palette;
import org.jspecify.annotations.Nullable;

/** The pages that are open, in the order of their tabs, and which one is in front. UI thread only. */
final class OpenPages {
    private final WindowFrame frame;
    private final List<Page> pages = new ArrayList<>();
    private int front = -1;
    private Consumer<Optional<Page>> fronted = page -> {};

    OpenPages(WindowFrame frame) {
        this.frame = frame;
    }

    /** Who hears which page is in front, whenever that may have changed. */
    void fronting(Consumer<Optional<Page>> who) {
        fronted = who;
    }

    List<Page> all() {
        return List.copyOf(pages);
    }

    Optional<Page> front() {
        return front < 0 ? Optional.empty() : Optional.of(pages.get(front));
    }

    Optional<Page> find(String id) {
        return pages.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** Adds a page as the last tab and shows it. */
    void add(Page page) {
        pages.add(page);
        show(pages.size() - 1);
    }

    /** Adds a page as the last tab without showing it. */
    void addBehind(Page page) {
        pages.add(page);
        if (front < 0) {
            show(0);
        } else {
            update();
        }
    }

    /** Puts a page in the place of another one. */
    void replace(Page old, Page fresh) {
        int i = pages.indexOf(old);
        pages.set(i, fresh);
        if (i == front) {
            show(i);
        }
        old.close();
        update();
    }

    void show(int index) {
        if (index < 0 || index >= pages.size()) {
            return;
        }
        front = index;
        frame.stack().topControl = pages.get(index).control();
        frame.holder().layout();
        pages.get(index).control().setFocus();
        update();
    }

    void show(Page page) {
        show(pages.indexOf(page));
    }

    /** Goes to the next tab, or the one before, round and round. */
    void turn(int by) {
        if (!pages.isEmpty()) {
            show(Math.floorMod(front + by, pages.size()));
        }
    }

    /** Puts a page in another one's place; answers where it is then. */
    int move(int from, int to) {
        if (from < 0 || to < 0 || from >= pages.size() || to >= pages.size()) {
            return from;
        }
        Page shown = front().orElse(null);
        pages.add(to, pages.remove(from));
        front = shown == null ? -1 : pages.indexOf(shown);
        update();
        return to;
    }

    void close(int index) {
        if (index < 0 || index >= pages.size()) {
            return;
        }
        Page gone = pages.remove(index);
        int next = index < front || front >= pages.size() ? front - 1 : front;
        front = -1;
        if (pages.isEmpty()) {
            frame.stack().topControl = frame.empty().control();
            frame.holder().layout();
            update();
        } else {
            show(Math.max(0, next));
        }
        gone.close();
    }

    void close(Page page) {
        close(pages.indexOf(page));
    }

    void closeAll() {
        while (!pages.isEmpty()) {
            close(pages.size() - 1);
        }
    }

    void palette(Palette palette) {
        pages.forEach(p -> p.palette(palette));
    }

    /** Brings tabs, filter bar and navigation in line with the page in front. */
    void update() {
        frame.tabs().show(pages.stream().map(Page::title).toList(), front);
        Page page = front().orElse(null);
        if (page == null) {
            frame.filters().show("", "", null, "", null);
            frame.navigation().select("");
        } else {
            frame.filters().show(page.heading(), page.description(), page.period(), page.periodLabel(), narrowed(page));
            frame.navigation().select(page.id());
        }
        fronted.accept(front());
    }

    private static FilterBar.@Nullable Narrowed narrowed(Page page) {
        Scope scope = page.narrowed();
        return scope == null
                ? null
                : new FilterBar.Narrowed(scope, page.everywhere(), page.names(), page.suggestions());
    }
}
