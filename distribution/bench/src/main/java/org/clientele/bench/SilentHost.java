package org.clientele.bench;

import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.workbench.page.Exportable;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;

/** A window that has nothing to say. */
final class SilentHost implements PageHost {
    @Override
    public void makeSet(String title, SetRule rule) {}

    @Override
    public void open(String link) {}

    @Override
    public void changed(Page page) {}

    @Override
    public void painted(Page page) {}

    @Override
    public void failed(String title, String sentence) {
        throw new IllegalStateException(title + ": " + sentence);
    }

    @Override
    public void done(String sentence) {}

    @Override
    public void done(String sentence, String action, Runnable run) {}

    @Override
    public void narrowed(Page page) {}

    @Override
    public void export(Exportable what) {}

    @Override
    public void showRecords(RecordsRequest request) {}

    @Override
    public void showCustomer(String id) {}

    @Override
    public void importFiles() {}

    @Override
    public boolean calm() {
        return true;
    }

    @Override
    public boolean compact() {
        return false;
    }

    @Override
    public void showBreakdown(String metric, Scope scope) {}

    @Override
    public void showDashboard(String id, Scope scope, String deed) {}
}
