package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.RecordsJson;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.records.CustomerPage;
import org.clientele.platform.workbench.records.RecordsPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open records and customers from one start to the next, for each workspace its own. UI thread only. */
final class ExtraTabs {
    private static final Logger LOG = LoggerFactory.getLogger(ExtraTabs.class);

    private final Preferences preferences;

    ExtraTabs(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Whether a page of that id is noted here. */
    static boolean notes(String id) {
        return id.startsWith("records:") || id.startsWith(CustomerPage.ID);
    }

    private static String key(Path workspace) {
        return "tabs."
                + Integer.toHexString(
                        workspace.toAbsolutePath().normalize().toString().hashCode());
    }

    /** Notes what is open. */
    void note(List<Page> pages, Path workspace) {
        List<String> all = new ArrayList<>();
        for (Page page : pages) {
            if (page instanceof RecordsPage records) {
                all.add(page.id() + " " + RecordsJson.write(records.request()));
            } else if (notes(page.id())) {
                all.add(page.id());
            }
        }
        preferences.put(key(workspace), all);
    }

    /**
     * Opens a page again that was noted.
     *
     * @return whether there was one of that id
     */
    boolean reopen(OpenWorkspace opened, String id, RecordPages pages) {
        Map<String, String> noted = new LinkedHashMap<>();
        for (String entry : preferences.list(key(opened.workspace().directory()))) {
            int blank = entry.startsWith(CustomerPage.ID) ? -1 : entry.indexOf(' ');
            noted.put(blank < 0 ? entry : entry.substring(0, blank), blank < 0 ? "" : entry.substring(blank + 1));
        }
        String request = noted.get(id);
        if (request == null) {
            return false;
        }
        if (id.startsWith(CustomerPage.ID)) {
            pages.customer(opened, id.substring(CustomerPage.ID.length()));
            return true;
        }
        try {
            pages.records(opened, RecordsJson.read(request));
        } catch (IllegalArgumentException e) {
            LOG.warn("A list of records is forgotten", e);
        }
        return true;
    }
}
