package org.clientele.platform.workbench.segments;

import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Version;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * What can be done with a segmentation or a segment. UI thread only.
 *
 * @param owner of the menus
 */
record SegmentMenus(Control owner, SegmentActions actions) {
    private static final Texts TEXTS = Texts.of(SegmentMenus.class);
    private static final int MONTHS = 12;
    private static final int MOST = 8;

    void of(PublishedSegmentation s, Point at) {
        Menu menu = new Menu(owner);
        item(menu, TEXTS.get("menu.members"), () -> actions.members(s, null));
        item(menu, TEXTS.get("menu.apply"), () -> actions.apply(s, 0));
        item(menu, TEXTS.get("menu.apply.months", MONTHS), () -> actions.apply(s, MONTHS));
        if (s.versions().size() > 1) {
            new MenuItem(menu, SWT.SEPARATOR);
            s.versions().stream()
                    .map(Version::number)
                    .filter(n -> n != s.inForce())
                    .skip(Math.max(0, s.versions().size() - 1 - MOST))
                    .forEach(n -> {
                        if (!s.isScore()) {
                            item(
                                    menu,
                                    TEXTS.get("menu.versions", n, s.inForce()),
                                    () -> actions.compare(s, n, s.inForce()));
                        }
                        item(menu, TEXTS.get("menu.use", n), () -> actions.use(s, n));
                    });
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, TEXTS.get("menu.rename"), () -> actions.rename(s));
        item(menu, TEXTS.get("menu.delete"), () -> actions.delete(s));
        show(menu, at);
    }

    void of(PublishedSegmentation s, Segment segment, Point at) {
        Menu menu = new Menu(owner);
        item(menu, TEXTS.get("menu.members"), () -> actions.members(s, segment));
        item(menu, TEXTS.get("menu.edit"), () -> actions.edit(s, segment));
        show(menu, at);
    }

    private static void show(Menu menu, Point at) {
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(at);
        menu.setVisible(true);
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text.replace("&", "&&"));
        item.addListener(SWT.Selection, e -> action.run());
    }
}
