package org.clientele.platform.workbench;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.eclipse.swt.widgets.Composite;

/**
 * What those who show pages of one kind work with.
 *
 * @param palette the one in force
 * @param watched lets a page tell when it was painted
 */
record Surroundings(
        WindowFrame frame,
        OpenPages pages,
        Background background,
        PageHost host,
        Supplier<Palette> palette,
        UnaryOperator<Page> watched) {
    /** How a page is made. */
    interface Making {
        Page make(Composite holder, Palette palette);
    }

    /** A page that tells when it was painted. */
    Page page(Making making) {
        return watched.apply(making.make(frame.holder(), palette.get()));
    }

    /** Shows the page of an id, which is made if it is not there yet. */
    void show(String id, Supplier<Page> making) {
        pages.find(id).ifPresentOrElse(pages::show, () -> pages.add(making.get()));
    }
}
