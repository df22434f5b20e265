package org.clientele.platform.workbench.present;

import java.util.function.Consumer;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.workbench.page.Exportable;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.sdk.text.Texts;

/**
 * What a slide needs of the screen that it is on; what leads to another page ends the presentation first. UI thread only.
 *
 * @param window the window behind
 * @param changed something that stands above the slide may be another one
 * @param painted hears of a page that was painted
 * @param say shows a sentence
 * @param end ends the presentation
 */
record SlideHost(PageHost window, Runnable changed, Consumer<Page> painted, Consumer<String> say, Runnable end)
        implements PageHost {
    private static final Texts TEXTS = Texts.of(SlideHost.class);

    @Override
    public void changed(Page page) {
        changed.run();
    }

    /** Only the window remembers what its tabs are narrowed down to. */
    @Override
    public void narrowed(Page page) {
        changed.run();
    }

    @Override
    public void painted(Page page) {
        painted.accept(page);
    }

    @Override
    public void failed(String title, String sentence) {
        say.accept(TEXTS.get("failed", title, sentence));
    }

    @Override
    public void done(String sentence) {
        say.accept(sentence);
    }

    @Override
    public void done(String sentence, String action, Runnable run) {
        say.accept(sentence);
    }

    @Override
    public void export(Exportable what) {
        window.export(what);
    }

    @Override
    public void showBreakdown(String metric, Scope scope) {
        end.run();
        window.showBreakdown(metric, scope);
    }

    @Override
    public void showDashboard(String id, Scope scope, String deed) {
        end.run();
        window.showDashboard(id, scope, deed);
    }

    @Override
    public void open(String detail) {
        end.run();
        window.open(detail);
    }

    @Override
    public void importFiles() {
        end.run();
        window.importFiles();
    }

    @Override
    public void showRecords(RecordsRequest request) {
        end.run();
        window.showRecords(request);
    }

    @Override
    public void makeSet(String title, SetRule rule) {
        end.run();
        window.makeSet(title, rule);
    }

    @Override
    public void showCustomer(String id) {
        end.run();
        window.showCustomer(id);
    }

    @Override
    public boolean calm() {
        return window.calm();
    }

    @Override
    public boolean compact() {
        return window.compact();
    }
}
