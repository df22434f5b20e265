package org.clientele.platform.workbench.frame;

import org.clientele.platform.workbench.page.Placeholder;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Composite;

/** What is seen where no page is open: a skeleton while the workspace opens, later a hint. */
public final class EmptyPane extends DrawnPane {
    private static final Texts TEXTS = Texts.of(EmptyPane.class);
    private boolean loading = true;

    /** A skeleton. */
    public EmptyPane(Composite parent, Palette palette) {
        super(parent, palette, TEXTS.get("empty.pane"));
    }

    /** Skeleton or hint. */
    public void loading(boolean yes) {
        loading = yes;
        redraw();
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        if (loading) {
            Placeholder.skeleton(pen, width, height, palette());
        } else {
            Placeholder.message(
                    pen, Icon.DASHBOARD, TEXTS.get("empty.hint"), control().getClientArea(), palette());
        }
    }
}
