package org.clientele.platform.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.records.CustomerPage;
import org.clientele.platform.workbench.records.RecordsMemory;
import org.clientele.platform.workbench.records.RecordsPage;

/** The tables of records and the cards of customers of the desk. UI thread only. */
final class RecordPages {
    private final WindowFrame frame;
    private final OpenPages pages;
    private final Background background;
    private final PageHost host;
    private final Supplier<Palette> palette;
    private final RecordsMemory memory;

    RecordPages(
            WindowFrame frame,
            OpenPages pages,
            Background background,
            PageHost host,
            Supplier<Palette> palette,
            Preferences preferences) {
        this.frame = frame;
        this.pages = pages;
        this.background = background;
        this.host = host;
        this.palette = palette;
        this.memory = new Memory(preferences, background);
    }

    /** Shows a table of records; one that is open already comes to the front. */
    void records(OpenWorkspace opened, RecordsRequest request) {
        Page known = pages.all().stream()
                .filter(p -> p instanceof RecordsPage r && r.request().equals(request))
                .findFirst()
                .orElse(null);
        if (known != null) {
            pages.show(known);
            return;
        }
        Page[] page = new Page[1];
        page[0] = new RecordsPage(
                frame.holder(),
                palette.get(),
                opened.session(),
                background,
                host,
                request,
                memory,
                () -> pages.close(page[0]));
        pages.add(page[0]);
        host.narrowed(page[0]);
    }

    /** Shows the card of a customer; one that is open already comes to the front. */
    void customer(OpenWorkspace opened, String id) {
        pages.find(CustomerPage.id(id)).ifPresentOrElse(pages::show, () -> {
            Page[] page = new Page[1];
            page[0] = new CustomerPage(
                    frame.holder(), palette.get(), opened.session(), background, host, id, () -> pages.close(page[0]));
            pages.add(page[0]);
            host.narrowed(page[0]);
        });
    }

    private record Memory(Preferences preferences, Background background) implements RecordsMemory {
        @Override
        public List<String> columns(String table) {
            return preferences.list("records." + table + ".columns");
        }

        @Override
        public Map<String, Integer> widths(String table) {
            Map<String, Integer> all = new HashMap<>();
            for (String entry : preferences.list("records." + table + ".widths")) {
                int at = entry.lastIndexOf(' ');
                if (at > 0 && entry.substring(at + 1).matches("[0-9]{1,4}")) {
                    all.put(entry.substring(0, at), Integer.valueOf(entry.substring(at + 1)));
                }
            }
            return all;
        }

        @Override
        public void keep(String table, List<String> columns, Map<String, Integer> widths) {
            preferences.put("records." + table + ".columns", columns);
            preferences.put(
                    "records." + table + ".widths",
                    columns.stream()
                            .map(c -> c + " " + widths.getOrDefault(c, 120))
                            .toList());
            preferences.saveSoon(background::elsewhere);
        }
    }
}
