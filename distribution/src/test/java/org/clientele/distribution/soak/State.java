package org.clientele.distribution.soak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.RowQuery;

/** All that the tables of the customer model hold, as one short text: equal texts, equal rows. */
final class State {
    private static final int MOST = 1_000_000;

    private State() {}

    static String of(Session session) {
        StringBuilder all = new StringBuilder();
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            List<String> columns =
                    table.columns().stream().map(ColumnSpec::name).toList();
            Frame rows = session.rows(
                    RowQuery.of(table.name(), columns.toArray(String[]::new)).page(0, MOST), CancelSignal.create());
            if (rows.rowCount() > 0) {
                all.append(table.name() + " " + rows.rowCount() + " " + digest(rows) + "; ");
            }
        }
        return all.toString();
    }

    /** Whether any row has this in it. */
    static boolean holds(Session session, String text) {
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            List<String> columns =
                    table.columns().stream().map(ColumnSpec::name).toList();
            Frame rows = session.rows(
                    RowQuery.of(table.name(), columns.toArray(String[]::new)).page(0, MOST), CancelSignal.create());
            for (int i = 0; i < rows.rowCount(); i++) {
                int row = i;
                if (rows.columns().stream()
                        .anyMatch(c -> String.valueOf(c.valueAt(row)).contains(text))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String digest(Frame rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.rowCount(); i++) {
            int row = i;
            lines.add(rows.columns().stream()
                    .map(c -> String.valueOf(c.valueAt(row)))
                    .collect(Collectors.joining("\u0001")));
        }
        Collections.sort(lines);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0002", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
