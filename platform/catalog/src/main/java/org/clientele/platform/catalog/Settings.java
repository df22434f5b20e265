package org.clientele.platform.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Small texts by name, like the workspace's time zone or the chosen theme. Each method is one transaction. */
public final class Settings {
    private final Catalog catalog;

    Settings(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The value of a setting, if it was set. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** Sets a value. */
    public void put(String name, String value) {
        catalog.transact("not.store_a_setting", c -> {
            try (PreparedStatement s = c.prepareStatement(
                    "MERGE INTO setting USING (VALUES (CAST(? AS VARCHAR(200)), CAST(? AS CLOB(1M)))) AS v (n, x)"
                            + " ON setting.name = v.n WHEN MATCHED THEN UPDATE SET val = v.x"
                            + " WHEN NOT MATCHED THEN INSERT (name, val) VALUES (v.n, v.x)")) {
                s.setString(1, name);
                s.setString(2, value);
                return s.executeUpdate();
            }
        });
    }

    /** Forgets a setting; nothing happens if it was not set. */
    public void remove(String name) {
        catalog.transact("not.forget_a_setting", c -> {
            try (PreparedStatement s = c.prepareStatement("DELETE FROM setting WHERE name = ?")) {
                s.setString(1, name);
                return s.executeUpdate();
            }
        });
    }

    /** All of them, by name. */
    public Map<String, String> all() {
        return catalog.transact("not.read_settings", c -> {
            Map<String, String> all = new TreeMap<>();
            try (PreparedStatement s = c.prepareStatement("SELECT name, val FROM setting");
                    ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    all.put(rows.getString(1), rows.getString(2));
                }
            }
            return all;
        });
    }
}
