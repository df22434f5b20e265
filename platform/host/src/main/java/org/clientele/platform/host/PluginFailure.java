package org.clientele.platform.host;

import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginRuntimeException;

/** Turns what a plugin throws into one sentence that names the plugin and the method. */
final class PluginFailure {
    private static final Texts TEXTS = Texts.of(PluginFailure.class);

    private PluginFailure() {}

    /** A failure of life cycle or contract: always PLUGIN_FAILED. */
    static AnalyticsException of(String plugin, String method, Throwable thrown) {
        return new AnalyticsException(
                ErrorCode.PLUGIN_FAILED,
                TEXTS.get("plugin.failure.failed_in", plugin, method, reason(thrown)),
                frozen(thrown));
    }

    /** A failure of an extension call: an AnalyticsException keeps its code and message, as its contract says. */
    static AnalyticsException ofCall(String plugin, String method, Throwable thrown) {
        return thrown instanceof AnalyticsException e
                ? new AnalyticsException(e.code(), e.getMessage(), frozen(e))
                : of(plugin, method, thrown);
    }

    /** A rule of the SDK that a plugin does not keep. */
    static AnalyticsException broken(String sentence) {
        return new AnalyticsException(ErrorCode.CONTRACT_BROKEN, sentence);
    }

    private static String reason(Throwable thrown) {
        if (thrown instanceof AnalyticsException e) {
            return e.getMessage();
        }
        String text = thrown.getMessage();
        if (thrown instanceof NoClassDefFoundError || thrown instanceof ClassNotFoundException) {
            return TEXTS.get(
                    "plugin.failure.class_is_neither_in_plugin",
                    String.valueOf(text).replace('/', '.'));
        }
        Throwable cause = thrown.getCause();
        if (cause != null
                && (thrown instanceof ExceptionInInitializerError || thrown instanceof PluginRuntimeException)) {
            return reason(cause);
        }
        String name = thrown.getClass().getSimpleName();
        String sentence = text == null || text.isBlank()
                ? name
                : name + ": " + text.strip().lines().findFirst().orElse("");
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /**
     * The same trace as text. A throwable holds the classes of its frames, and with them the class loader of a plugin
     * that may be long gone.
     */
    private static @Nullable Throwable frozen(@Nullable Throwable thrown) {
        return frozen(thrown, 0);
    }

    private static @Nullable Throwable frozen(@Nullable Throwable thrown, int depth) {
        return thrown == null || depth > 8 ? null : new Frozen(thrown, frozen(thrown.getCause(), depth + 1));
    }

    private static final class Frozen extends Exception {
        private static final long serialVersionUID = 1L;

        private final String text;

        Frozen(Throwable original, @Nullable Throwable cause) {
            super(original.getMessage(), cause);
            text = original.toString();
            setStackTrace(original.getStackTrace());
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
