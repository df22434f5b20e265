package org.clientele.platform.workbench.page;

import org.clientele.platform.workbench.paint.PartsAccessibility;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;

/**
 * A dashboard page for screen readers: each tile is a picture whose description is its sentence, and the tile that has the
 * keyboard is called after the mark that has it.
 */
record PageParts(DashboardPage page, PageFocus focus) implements PartsAccessibility.Parts {
    @Override
    public int count() {
        return page.stage().tiles().size();
    }

    @Override
    public String name(int part) {
        if (part < 0) {
            return focus.spoken().orElse(page.title());
        }
        PageTile tile = page.stage().tiles().get(part);
        String title = tile.spec().title();
        return tile == focus.tile() ? focus.spoken().orElse(title) : title;
    }

    @Override
    public String description(int part) {
        return part < 0 ? page.description() : page.stage().tiles().get(part).sentence();
    }

    @Override
    public Rectangle bounds(int part) {
        Rectangle b = page.stage().tiles().get(part).bounds();
        return new Rectangle(b.x, b.y - page.scroll().offset(), b.width, b.height);
    }

    @Override
    public int focused() {
        PageTile tile = focus.tile();
        return tile == null ? ACC.CHILDID_SELF : page.stage().tiles().indexOf(tile);
    }
}
