package org.clientele.platform.runtime;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.catalog.Settings;
import org.clientele.platform.warehouse.ChargeRule;
import org.clientele.platform.warehouse.Warehouse;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of a workspace: kept in the catalog, applied to the warehouse. Thread-safe. */
final class SettingService {
    private static final Texts TEXTS = Texts.of(SettingService.class);

    private static final Logger LOG = LoggerFactory.getLogger(SettingService.class);
    private static final String PREFIX = "workspace.";
    /** What people write to go back. */
    private static final String STANDARD = "default";

    private final Settings store;
    private final Warehouse warehouse;
    private volatile State state;

    /** What was set, and what that means. */
    private record State(Map<Setting, String> values, WorkspaceSettings settings) {
        static State of(Map<Setting, String> values) {
            return new State(values, WorkspaceSettings.of(values));
        }
    }

    SettingService(Settings store, Warehouse warehouse) {
        this.store = store;
        this.warehouse = warehouse;
        Map<String, String> stored = store.all();
        Map<Setting, String> good = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            Optional.ofNullable(stored.get(PREFIX + setting.id())).ifPresent(value -> {
                try {
                    good.put(setting, setting.check(value));
                } catch (AnalyticsException e) {
                    LOG.warn("The stored value of a setting is not used. {}", e.getMessage());
                }
            });
        }
        this.state = State.of(good);
        warehouse.useCharges(now().charges());
    }

    /** The settings in force. Answers at once. */
    WorkspaceSettings now() {
        return state.settings();
    }

    /** All settings, in their order. Answers at once. */
    List<SettingView> all() {
        State known = state;
        return Arrays.stream(Setting.values()).map(s -> view(s, known)).toList();
    }

    private static SettingView view(Setting s, State of) {
        return new SettingView(
                s.id(),
                of.values().getOrDefault(s, s.standard()),
                s.standard(),
                of.values().containsKey(s),
                s.about());
    }

    SettingView get(String name) {
        return view(Setting.of(name), state);
    }

    /**
     * Changes a setting; "default" takes it back. A rule for charges is applied to the stored lines first, so that a rule
     * that the warehouse cannot run changes nothing.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such setting or the value is wrong
     */
    synchronized SettingView change(String name, String value, CancelSignal cancel) {
        Setting setting = Setting.of(name);
        State before = state;
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        values.putAll(before.values());
        boolean standard = value.strip().equalsIgnoreCase(STANDARD);
        if (standard) {
            values.remove(setting);
        } else {
            values.put(setting, setting.check(value));
        }
        State next = State.of(values);
        ChargeRule old = before.settings().charges();
        boolean marks = setting.isChargeRule() && !next.settings().charges().equals(old);
        if (marks) {
            warehouse.applyCharges(next.settings().charges(), cancel);
        }
        try {
            keep(setting, standard ? Optional.empty() : Optional.ofNullable(values.get(setting)));
        } catch (RuntimeException e) {
            if (marks) {
                undo(old, e);
            }
            throw e;
        }
        state = next;
        warehouse.useCharges(next.settings().charges());
        return view(setting, next);
    }

    private void undo(ChargeRule old, RuntimeException cause) {
        try {
            warehouse.applyCharges(old, CancelSignal.create());
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void keep(Setting setting, Optional<String> value) {
        String key = PREFIX + setting.id();
        value.ifPresentOrElse(v -> store.put(key, v), () -> store.remove(key));
    }

    /** Holds the time zone fast: what is imported from now on must not depend on the machine that the workspace is opened on. */
    synchronized void pinTimeZone() {
        State before = state;
        if (!before.values().containsKey(Setting.TIME_ZONE)) {
            Map<Setting, String> values = new EnumMap<>(Setting.class);
            values.putAll(before.values());
            values.put(Setting.TIME_ZONE, Setting.TIME_ZONE.standard());
            State next = State.of(values);
            try {
                keep(Setting.TIME_ZONE, Optional.of(Setting.TIME_ZONE.standard()));
                state = next;
            } catch (AnalyticsException e) {
                throw new AnalyticsException(
                        ErrorCode.RESOURCE_EXHAUSTED,
                        TEXTS.get("setting.service.time_zone_cannot_noted", e.getMessage()),
                        e);
            }
        }
    }
}
