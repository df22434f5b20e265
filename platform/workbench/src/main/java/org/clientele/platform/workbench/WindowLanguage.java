package org.clientele.platform.workbench;

import java.util.List;
import java.util.Locale;
import org.clientele.sdk.text.Texts;

/** The language that a person chose for the words of the window; numbers and dates are the workspace's matter. */
final class WindowLanguage {
    private static final Texts TEXTS = Texts.of(WindowLanguage.class);
    /** The key under which it is remembered, a language tag. */
    static final String KEY = "language";
    /** What can be chosen; "" is the system's. */
    static final List<String> OFFERED = List.of("", Locale.ENGLISH.toLanguageTag(), Texts.PSEUDO.toLanguageTag());

    private WindowLanguage() {}

    /** Puts the remembered one in force, before anything is said. */
    static void restore(Preferences preferences) {
        String tag = preferences.get(KEY, "");
        if (!tag.isEmpty()) {
            Texts.choose(Locale.forLanguageTag(tag));
        }
    }

    /** What the choice is about. */
    static String about() {
        return TEXTS.get("language.about");
    }

    /** What the choice is called. */
    static String name() {
        return TEXTS.get("language.label");
    }

    /** What a language is called in itself. */
    static String label(String tag) {
        if (tag.isEmpty()) {
            return TEXTS.get("language.system");
        }
        Locale locale = Locale.forLanguageTag(tag);
        return locale.equals(Texts.PSEUDO)
                ? TEXTS.get("language.pseudo", Locale.ENGLISH.getDisplayLanguage(Locale.ENGLISH))
                : locale.getDisplayLanguage(locale);
    }
}
