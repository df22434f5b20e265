package org.clientele.platform.runtime.sets;

import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** The columns of a comparison of shares. */
final class ShareColumns {
    private static final Texts TEXTS = Texts.of(ShareColumns.class);

    private final Column.Builder customersA;
    private final Column.Builder shareA;
    private final Column.Builder customersB;
    private final Column.Builder shareB;
    private final Column.Builder index;
    private final Column.Builder few;

    ShareColumns(String first, String second) {
        customersA = SetComparison.whole("customers_a", TEXTS.get("share.columns.customers", first));
        shareA = SetComparison.ratio("share_a", first);
        customersB = SetComparison.whole("customers_b", TEXTS.get("share.columns.customers", second));
        shareB = SetComparison.ratio("share_b", second);
        index = Column.builder(
                new ColumnSpec("index", ColumnType.DOUBLE, Unit.none(), TEXTS.get("share.columns.index")));
        few = Column.builder(new ColumnSpec("few", ColumnType.TEXT, Unit.none(), TEXTS.get("share.columns.note")));
    }

    void add(Shares.Row row) {
        customersA.addLong(row.a());
        shareA.addDouble(row.shareA());
        customersB.addLong(row.b());
        shareB.addDouble(row.shareB());
        double ratio = row.index();
        if (Double.isFinite(ratio)) {
            index.addDouble(Math.round(ratio * 100) / 100.0);
        } else {
            index.addNull();
        }
        few.addText(row.few() ? TEXTS.get("share.columns.few_customers") : "");
    }

    List<Column> build() {
        return List.of(
                customersA.build(), shareA.build(), customersB.build(), shareB.build(), index.build(), few.build());
    }
}
