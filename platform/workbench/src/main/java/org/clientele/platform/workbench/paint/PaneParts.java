package org.clientele.platform.workbench.paint;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;

/** A drawn pane for screen readers: each of its places is a push button with its label. */
record PaneParts(Areas areas, String title) implements PartsAccessibility.Parts {
    @Override
    public int count() {
        return areas.all().size();
    }

    @Override
    public String name(int part) {
        return part < 0 ? title : areas.all().get(part).label();
    }

    @Override
    public Rectangle bounds(int part) {
        return areas.all().get(part).bounds();
    }

    @Override
    public int focused() {
        return areas.focusedArea().map(areas.all()::indexOf).orElse(ACC.CHILDID_SELF);
    }
}
