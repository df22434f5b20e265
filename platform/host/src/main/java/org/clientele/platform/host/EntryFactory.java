package org.clientele.platform.host;

import java.lang.reflect.InvocationTargetException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.pf4j.ExtensionFactory;
import org.pf4j.PluginRuntimeException;

/** Makes the one object of an entry class; the stock factory hides what a constructor throws. */
final class EntryFactory implements ExtensionFactory {
    @Override
    public <T> T create(Class<T> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new PluginRuntimeException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AnalyticsException(
                    ErrorCode.PLUGIN_FAILED,
                    type.getName() + " is not a public class with a public constructor without arguments.",
                    e);
        }
    }
}
