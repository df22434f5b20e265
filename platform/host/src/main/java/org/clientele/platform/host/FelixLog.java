package org.clientele.platform.host;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Felix's own log; by default it goes to standard output, which belongs to the command line. */
final class FelixLog extends org.apache.felix.framework.Logger {
    private static final Logger LOG = LoggerFactory.getLogger("org.apache.felix.framework");

    @Override
    protected void doLog(int level, String text, @Nullable Throwable thrown) {
        if (level <= LOG_WARNING) {
            // What a plugin could not do is told by the plugin's own failure; here its reason is enough.
            LOG.warn("{}{}", text, thrown == null ? "" : " " + thrown.getMessage());
            LOG.debug("{}", text, thrown);
        } else {
            LOG.debug("{}", text, thrown);
        }
    }
}
