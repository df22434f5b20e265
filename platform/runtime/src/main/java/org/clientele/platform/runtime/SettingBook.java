package org.clientele.platform.runtime;

import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;

/** The settings of a workspace, for people. Thread-safe. */
public final class SettingBook {
    private final Session session;

    SettingBook(Session session) {
        this.session = session;
    }

    private SettingService service() {
        return session.workspace().settings();
    }

    /** All settings, in a fixed order. Answers at once. */
    public List<SettingView> all() {
        return service().all();
    }

    /**
     * One setting. Answers at once.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none of that name
     */
    public SettingView get(String name) {
        return service().get(name);
    }

    /**
     * Changes a setting; answers that it touches are asked anew. A rule for charges is applied to all stored order lines at
     * once. Blocks.
     *
     * @param value as text; "default" takes the setting back
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such setting or the value is wrong; nothing changed then
     */
    public SettingView change(String name, String value, CancelSignal cancel) {
        return session.call(cancel, either -> {
            SettingView changed = service().change(name, value, either);
            session.workspace().dataChanged();
            return changed;
        });
    }
}
