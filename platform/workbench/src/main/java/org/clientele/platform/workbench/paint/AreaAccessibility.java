package org.clientele.platform.workbench.paint;

import java.util.List;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/** Tells screen readers of a drawn pane's places: each is a push button with its label. */
final class AreaAccessibility {
    private AreaAccessibility() {}

    static void install(Canvas canvas, Areas areas, String name) {
        Accessible accessible = canvas.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                List<Area> all = areas.all();
                e.result = e.childID >= 0 && e.childID < all.size()
                        ? all.get(e.childID).label()
                        : name;
            }
        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getChildCount(AccessibleControlEvent e) {
                e.detail = areas.all().size();
            }

            @Override
            public void getChildren(AccessibleControlEvent e) {
                Object[] ids = new Object[areas.all().size()];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = i;
                }
                e.children = ids;
            }

            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = e.childID >= 0 ? ACC.ROLE_PUSHBUTTON : ACC.ROLE_CLIENT_AREA;
            }

            @Override
            public void getLocation(AccessibleControlEvent e) {
                List<Area> all = areas.all();
                Rectangle r = e.childID >= 0 && e.childID < all.size()
                        ? all.get(e.childID).bounds()
                        : canvas.getClientArea();
                Point at = canvas.toDisplay(r.x, r.y);
                e.x = at.x;
                e.y = at.y;
                e.width = r.width;
                e.height = r.height;
            }

            @Override
            public void getFocus(AccessibleControlEvent e) {
                e.childID = areas.focusedArea().map(areas.all()::indexOf).orElse(ACC.CHILDID_SELF);
            }
        });
    }
}
