package org.clientele.sdk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The visible texts of a package: {@code texts.properties} (UTF-8) beside its classes, {@code texts_de.properties} and so
 * on for other languages. Platform and plugins keep their texts in the same way.
 *
 * <pre>{@code
 * private static final Texts TEXTS = Texts.of(FilesStep.class);
 *
 * # texts.properties
 * files.heading={0, plural, one {# file} other {# files}} in {1}
 *
 * TEXTS.get("files.heading", 541_909, "orders");   // "541,909 files in orders"
 * }</pre>
 *
 * <p>A key says the place of a text, in lower case with dots: {@code wizard.files.title}. A pattern is text with arguments:
 * {@code {0}}, or {@code {0, plural, one {# row} other {# rows}}} where {@code #} is the number; the branches are those of
 * Unicode's CLDR ({@code zero one two few many other}) or exact ({@code =0}), and {@code other} has to be there. A brace
 * always begins an argument; an apostrophe is an apostrophe. Whole numbers are grouped as the reader's locale does.
 *
 * <p>Look-up is {@link ResourceBundle}'s through the owner's class loader, but for the fallback: what a language lacks is
 * said in the words of {@code texts.properties}, never in those of the system's language. A plural follows the language that
 * its words were found in.
 *
 * <p>The locale is {@link #LOCALE_PROPERTY}, else the one that a person chose, else the system's. {@code en-XA} is for
 * whoever looks for text that is not translated or has no room: the English texts with accents, longer by a third, in
 * brackets.
 *
 * <p>A missing key, or an argument too few, is an error where assertions are on, as in tests; otherwise the key is shown,
 * and the log has it once. Thread-safe.
 */
public final class Texts {
    /** System property with a language tag such as {@code de-CH}, before all other choices. */
    public static final String LOCALE_PROPERTY = "clientele.locale";
    /** English as it would be in a language with accents and long words. */
    public static final Locale PSEUDO = Locale.forLanguageTag("en-XA");

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final ResourceBundle.Control LOOK_UP =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final @Nullable Locale ASKED = asked();
    private static volatile Locale shown = Locale.getDefault(Locale.Category.DISPLAY);

    private final Class<?> owner;
    private final @Nullable Locale fixed;
    private volatile @Nullable Language language;

    /**
     * A number that is written already, in a format of its own; a plural still goes by the number.
     *
     * @param number a count of things, not negative
     * @param written the number for people
     */
    public record Count(long number, String written) {}

    /** The texts of one language, found and parsed as they are asked for. */
    private record Language(Locale locale, List<PropertyResourceBundle> bundles, Map<String, Found> found) {}

    /** A text and the language of its words. */
    private record Found(Message message, Locale words) {}

    private Texts(Class<?> owner, @Nullable Locale fixed) {
        this.owner = owner;
        this.fixed = fixed;
    }

    /** The texts of the package of a class, in the locale that is in force whenever one is asked for. */
    public static Texts of(Class<?> owner) {
        return new Texts(owner, null);
    }

    /** The same texts in one locale, whichever is in force: for a server, whose readers differ. */
    public Texts in(Locale locale) {
        return new Texts(owner, locale);
    }

    private static @Nullable Locale asked() {
        Locale wanted = Locale.forLanguageTag(System.getProperty(LOCALE_PROPERTY, ""));
        return wanted.getLanguage().isEmpty() ? null : wanted;
    }

    /** The locale in force. */
    public static Locale locale() {
        return ASKED == null ? shown : ASKED;
    }

    /** Puts another locale in force, for the workbench; {@link #LOCALE_PROPERTY} stays before it. */
    public static void choose(Locale locale) {
        shown = locale;
    }

    /**
     * The text of a key.
     *
     * @param arguments of the pattern: whole numbers and {@link Count}s, everything else as its {@code toString} says
     */
    public String get(String key, Object... arguments) {
        Language now = language();
        Found found = now.found().computeIfAbsent(key, k -> find(now, k));
        try {
            return found.message().format(arguments, found.words(), now.locale());
        } catch (IllegalArgumentException e) {
            assert false : "The text " + key + " of " + owner.getPackageName() + ": " + e.getMessage();
            return key;
        }
    }

    private Language language() {
        Locale wanted = fixed == null ? locale() : fixed;
        Language now = language;
        if (now == null || !now.locale().equals(wanted)) {
            now = load(wanted);
            language = now;
        }
        return now;
    }

    private Language load(Locale wanted) {
        String base = owner.getPackageName() + ".texts";
        List<PropertyResourceBundle> all = new ArrayList<>();
        try {
            for (Locale one : LOOK_UP.getCandidateLocales(base, wanted)) {
                ResourceBundle bundle = ResourceBundle.getBundle(base, one, loader(), LOOK_UP);
                // Asked for a language that is not there, the general one is answered, which comes by itself.
                if (bundle.getLocale().equals(one) && bundle instanceof PropertyResourceBundle own) {
                    all.add(own);
                }
            }
        } catch (MissingResourceException e) {
            assert false : owner.getPackageName() + " has no texts.properties.";
            LOG.error("{} has no texts.properties beside its classes; its keys are shown.", owner.getPackageName());
        }
        return new Language(wanted, List.copyOf(all), new ConcurrentHashMap<>());
    }

    private ClassLoader loader() {
        ClassLoader own = owner.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    private Found find(Language now, String key) {
        for (PropertyResourceBundle bundle : now.bundles()) {
            if (bundle.handleGetObject(key) instanceof String pattern) {
                return parsed(now, key, pattern, bundle.getLocale());
            }
        }
        assert false : owner.getPackageName() + " has no text " + key + ".";
        LOG.warn("{} has no text {} in {}; the key is shown.", owner.getPackageName(), key, now.locale());
        return new Found(Message.literal(key), Locale.ROOT);
    }

    private Found parsed(Language now, String key, String pattern, Locale words) {
        try {
            Message message = Message.parse(pattern);
            return new Found(now.locale().equals(PSEUDO) ? Pseudo.of(message) : message, words);
        } catch (IllegalArgumentException e) {
            assert false : "The text " + key + " of " + owner.getPackageName() + ": " + e.getMessage();
            LOG.warn("The text {} of {}: {}", key, owner.getPackageName(), e.getMessage());
            return new Found(Message.literal(pattern), words);
        }
    }

    /**
     * The arguments that a pattern needs: the highest number plus one, 0 where it has none. For tests of bundles.
     *
     * @throws IllegalArgumentException if it is no pattern; the message says where
     */
    public static int arguments(String pattern) {
        return Message.parse(pattern).arguments();
    }
}
