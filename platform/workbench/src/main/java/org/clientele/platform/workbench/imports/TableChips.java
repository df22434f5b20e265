package org.clientele.platform.workbench.imports;

import java.util.List;
import java.util.function.IntConsumer;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** Chips that choose one of several tables of an import. */
final class TableChips {
    private static final Texts TEXTS = Texts.of(TableChips.class);

    private TableChips() {}

    /** The chips that choose a table where there are several; gives their height. */
    static double draw(Sketch s, WizardModel model, double x, double y, double w, IntConsumer choose) {
        List<ProposedTable> tables = model.proposal().tables();
        if (tables.size() < 2) {
            return 0;
        }
        double at = x;
        double row = y;
        boolean oneFile = tables.stream().map(ProposedTable::file).distinct().count() == 1;
        for (int i = 0; i < tables.size(); i++) {
            int index = i;
            ProposedTable t = tables.get(i);
            boolean look = t.included() && WizardModel.doubts(t) > 0;
            String name = oneFile ? FilesStep.partName(t) : t.name();
            String text = s.pen().shorten(name, 12, Weight.MEDIUM, 220);
            double cw = s.chipWidth(text, look);
            if (at + cw > x + w && at > x) {
                at = x;
                row += 34;
            }
            StatusMark mark = !look ? null : TableMapping.missing(t).isEmpty() ? StatusMark.WARNING : StatusMark.BAD;
            String hint = !t.included()
                    ? TEXTS.get("files.chip.out", t.name())
                    : look ? TEXTS.get("files.chip.look", t.name()) : t.name();
            at += s.chip("table:" + i, text, mark, hint, i == model.tableIndex(), at, row, () -> choose.accept(index))
                    + 8;
        }
        return row - y + 40;
    }
}
