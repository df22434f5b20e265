package org.clientele.platform.workbench.page;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/**
 * Tells screen readers what a dashboard page shows: each tile is a picture whose description is its sentence, and the tile
 * that has the keyboard is called after the mark that has it.
 */
final class PageAccessibility {
    private PageAccessibility() {}

    static void install(Canvas canvas, DashboardPage page, PageFocus focus) {
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                if (!isTile(e.childID, page)) {
                    e.result = focus.spoken().orElse(page.title());
                    return;
                }
                PageTile tile = page.tiles().get(e.childID);
                e.result = tile == focus.tile()
                        ? focus.spoken().orElse(tile.spec().title())
                        : tile.spec().title();
            }

            @Override
            public void getDescription(AccessibleEvent e) {
                e.result = isTile(e.childID, page) ? page.tiles().get(e.childID).sentence() : page.description();
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = isTile(e.childID, page) ? ACC.ROLE_GRAPHIC : ACC.ROLE_CLIENT_AREA;
            }

            @Override
            public void getChildCount(AccessibleControlEvent e) {
                e.detail = page.tiles().size();
            }

            @Override
            public void getChildren(AccessibleControlEvent e) {
                Object[] ids = new Object[page.tiles().size()];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = i;
                }
                e.children = ids;
            }

            @Override
            public void getLocation(AccessibleControlEvent e) {
                Rectangle r = canvas.getClientArea();
                if (isTile(e.childID, page)) {
                    Rectangle b = page.tiles().get(e.childID).bounds();
                    r = new Rectangle(b.x, b.y - page.scroll().offset(), b.width, b.height);
                }
                Point at = canvas.toDisplay(r.x, r.y);
                e.x = at.x;
                e.y = at.y;
                e.width = r.width;
                e.height = r.height;
            }

            @Override
            public void getFocus(AccessibleControlEvent e) {
                PageTile tile = focus.tile();
                e.childID = tile == null ? ACC.CHILDID_SELF : page.tiles().indexOf(tile);
            }
        });
    }

    private static boolean isTile(int child, DashboardPage page) {
        return child >= 0 && child < page.tiles().size();
    }
}
