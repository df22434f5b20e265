package org.clientele.platform.host;

import java.lang.reflect.InvocationTargetException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.pf4j.ExtensionFactory;
import org.pf4j.PluginRuntimeException;

/** Makes the one object of an entry class; the stock factory hides what a constructor throws. */
final class EntryFactory implements ExtensionFactory {
    private static final Texts TEXTS = Texts.of(EntryFactory.class);

    @Override
    public <T> T create(Class<T> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new PluginRuntimeException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AnalyticsException(
                    ErrorCode.PLUGIN_FAILED, TEXTS.get("entry.factory.is_not_public_class_with", type.getName()), e);
        }
    }
}
