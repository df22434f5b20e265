package org.clientele.platform.workbench.paint;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/** Tells screen readers of the parts that a canvas paints, each as a child with a name and a place. */
public final class PartsAccessibility {
    private PartsAccessibility() {}

    /** What a canvas paints. Parts are numbered from 0; {@link ACC#CHILDID_SELF} is all of it. UI thread only. */
    public interface Parts {
        /** How many there are now. */
        int count();

        /** What a part, or all of it, is called. */
        String name(int part);

        /** More about a part, or about all of it; "" for nothing. */
        default String description(int part) {
            return "";
        }

        /** Where a part is in the control. */
        Rectangle bounds(int part);

        /** Which part has the keyboard, or {@link ACC#CHILDID_SELF}. */
        int focused();
    }

    /**
     * Installs it.
     *
     * @param role of each part: {@link ACC#ROLE_PUSHBUTTON}
     */
    public static void install(Canvas canvas, int role, Parts parts) {
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = parts.name(known(e.childID, parts));
            }

            @Override
            public void getDescription(AccessibleEvent e) {
                String said = parts.description(known(e.childID, parts));
                if (!said.isEmpty()) {
                    e.result = said;
                }
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = known(e.childID, parts) >= 0 ? role : ACC.ROLE_CLIENT_AREA;
            }

            @Override
            public void getChildCount(AccessibleControlEvent e) {
                e.detail = parts.count();
            }

            @Override
            public void getChildren(AccessibleControlEvent e) {
                Object[] ids = new Object[parts.count()];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = i;
                }
                e.children = ids;
            }

            @Override
            public void getLocation(AccessibleControlEvent e) {
                int part = known(e.childID, parts);
                Rectangle r = part >= 0 ? parts.bounds(part) : canvas.getClientArea();
                Point at = canvas.toDisplay(r.x, r.y);
                e.x = at.x;
                e.y = at.y;
                e.width = r.width;
                e.height = r.height;
            }

            @Override
            public void getFocus(AccessibleControlEvent e) {
                e.childID = known(parts.focused(), parts);
            }
        });
    }

    private static int known(int child, Parts parts) {
        return child >= 0 && child < parts.count() ? child : ACC.CHILDID_SELF;
    }
}
