package org.clientele.platform.workbench;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.SettingView;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Edits;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PreferencesPage.Choice;
import org.clientele.platform.workbench.page.PreferencesPage.Section;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.jspecify.annotations.Nullable;

/** What the preferences page offers: the person's own choices, and the open workspace's settings. UI thread only. */
final class PreferenceChoices {
    private static final Texts TEXTS = Texts.of(PreferenceChoices.class);

    /** The key under which closer rows and cards are remembered. */
    static final String DENSITY = "density";
    /** The key under which the scale is remembered; the launcher reads it, because it must be known before the start. */
    static final String SCALE = "scale";

    static final String MOTION = "motion";
    static final String COMPACT = "compact";

    private static final List<String> LOCALES = List.of(
            "en-GB", "en-US", "de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "nl-NL", "pl-PL", "pt-BR", "sv-SE", "ja-JP",
            "zh-CN");

    private final Preferences preferences;
    private final Background background;
    private final PageHost host;
    private final Runnable changed;
    private @Nullable Session session;
    private Edits edits;

    /** @param changed brings the window in line with what was chosen */
    PreferenceChoices(Preferences preferences, Background background, PageHost host, Runnable changed) {
        this.preferences = preferences;
        this.background = background;
        this.host = host;
        this.changed = changed;
        this.edits = edits();
    }

    private Edits edits() {
        return new Edits(
                background, changed, e -> host.failed(TEXTS.get("preferences.again.failed"), Background.sentence(e)));
    }

    /** What was chosen since the workspace at hand is open, and can be taken back. */
    History history() {
        return edits.history();
    }

    boolean compact() {
        return preferences.get(DENSITY, "").equals(COMPACT);
    }

    boolean calm() {
        return Motion.of(preferences.get(MOTION, "")).calm();
    }

    List<Section> sections(ThemeChoice theme, Consumer<ThemeChoice> choose, @Nullable Session open) {
        if (open != session) {
            session = open;
            edits = edits();
        }
        List<Choice> own = new ArrayList<>();
        own.add(new Choice(
                "theme",
                TEXTS.get("theme"),
                TEXTS.get("theme.about"),
                Arrays.stream(ThemeChoice.values()).map(ThemeChoice::plain).toList(),
                theme.ordinal(),
                i -> chosen(TEXTS.get("theme"), theme, ThemeChoice.values()[i], ThemeChoice::plain, choice -> {
                    choose.accept(choice);
                    changed.run();
                })));
        own.add(kept(
                WindowLanguage.KEY,
                WindowLanguage.name(),
                WindowLanguage.about(),
                WindowLanguage.OFFERED,
                WindowLanguage::label));
        own.add(kept(
                DENSITY, TEXTS.get("density"), TEXTS.get("density.about"), List.of("comfortable", COMPACT), name -> {
                    return TEXTS.get("density." + name);
                }));
        own.add(kept(
                MOTION,
                TEXTS.get("motion"),
                TEXTS.get("motion.about"),
                Arrays.stream(Motion.values()).map(Motion::name).toList(),
                name -> Motion.of(name).label()));
        if (SWT.getPlatform().equals("gtk")) {
            own.add(kept(SCALE, TEXTS.get("scale"), TEXTS.get("scale.about"), List.of("0", "1", "2"), s -> {
                return s.equals("0") ? TEXTS.get("scale.system") : TEXTS.get("scale.percent", s + "00");
            }));
        }
        List<Section> all = new ArrayList<>();
        all.add(new Section(TEXTS.get("preferences.window"), own));
        if (open != null) {
            all.add(new Section(TEXTS.get("preferences.workspace"), workspace(open)));
        }
        return all;
    }

    private Choice kept(String key, String label, String about, List<String> values, Function<String, String> name) {
        int chosen = Math.max(0, values.indexOf(preferences.get(key, values.get(0))));
        return new Choice(
                key,
                label,
                about,
                values.stream().map(name).toList(),
                chosen,
                i -> chosen(label, values.get(chosen), values.get(i), name, value -> {
                    preferences.put(key, value);
                    preferences.saveSoon(background::elsewhere);
                    changed.run();
                }));
    }

    /** Puts another choice of the window in force, as a step that can be taken back. */
    private <T> void chosen(String label, T before, T after, Function<T, String> name, Consumer<T> put) {
        if (!before.equals(after)) {
            put.accept(after);
            edits.history().did(deed(label, name.apply(after)), "", () -> put.accept(before), () -> put.accept(after));
        }
    }

    private static String deed(String label, String value) {
        return TEXTS.get("preferences.deed", label, value);
    }

    private List<Choice> workspace(Session session) {
        return List.of(
                setting(
                        session,
                        "locale",
                        TEXTS.get("preferences.locale"),
                        "",
                        LOCALES,
                        tag -> Locale.forLanguageTag(tag).getDisplayName(Texts.locale())),
                setting(
                        session,
                        "fiscal-year-start",
                        TEXTS.get("preferences.fiscal"),
                        "",
                        Arrays.stream(Month.values())
                                .map(m -> m.name().toLowerCase(Locale.ROOT))
                                .toList(),
                        m -> Month.valueOf(m.toUpperCase(Locale.ROOT))
                                .getDisplayName(TextStyle.FULL_STANDALONE, Texts.locale())),
                setting(
                        session,
                        "week",
                        TEXTS.get("preferences.week"),
                        TEXTS.get("preferences.week.about"),
                        List.of("iso", "us"),
                        w -> switch (w) {
                            case "iso" -> TEXTS.get("preferences.week.iso");
                            case "us" -> TEXTS.get("preferences.week.us");
                            default -> w;
                        }));
    }

    private Choice setting(
            Session session,
            String name,
            String label,
            String about,
            List<String> known,
            Function<String, String> called) {
        SettingView now = session.settings().get(name);
        Set<String> values = new LinkedHashSet<>(known);
        values.add(now.value());
        List<String> all = List.copyOf(new ArrayList<>(values));
        return new Choice(
                name,
                label,
                about.isEmpty() ? now.about() : about,
                all.stream().map(called).toList(),
                all.indexOf(now.value()),
                i -> change(session, name, now.value(), all.get(i), label, called));
    }

    private void change(
            Session session, String name, String before, String after, String label, Function<String, String> called) {
        edits.run(
                () -> session.settings().change(name, after, CancelSignal.create()),
                done -> {
                    edits.did(
                            deed(label, called.apply(after)),
                            () -> session.settings().change(name, before, CancelSignal.create()),
                            () -> session.settings().change(name, after, CancelSignal.create()));
                    changed.run();
                },
                e -> host.failed(label, Background.sentence(e)));
    }
}
