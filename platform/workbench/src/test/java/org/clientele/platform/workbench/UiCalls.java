package org.clientele.platform.workbench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Hears of each query, each layout and each access to a file as it is called, however short it is, and tells of those that an
 * event of the window called on the UI thread. Queries and layouts are traced where they begin; files are seen as a security
 * manager sees them, which the Java of this project still has and later ones do not: there only the others are seen.
 */
final class UiCalls extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    /** Later ones refuse a security manager. */
    static final boolean WATCHES_FILES = Runtime.version().feature() < 18;

    private static final List<String> TRACED = List.of(
            "org.clientele.platform.catalog.Catalog",
            "org.clientele.platform.warehouse.ConnectionPool",
            "org.clientele.platform.charts.TileCard");
    /** A class, a text or a library that comes up is read from a jar or a file, once. */
    private static final Set<String> COMES_UP = Set.of(
            "java.lang.ClassLoader",
            "java.lang.Class",
            "java.util.ResourceBundle",
            "java.util.ServiceLoader",
            "org.eclipse.swt.internal.Library");

    /** A window that goes may wait, since nobody waits for it; so may one that is there for its picture only. */
    private static final Set<String> GOING = Set.of(
            "org.clientele.platform.workbench.Desk.close",
            "org.clientele.platform.workbench.WorkbenchWindow.remember",
            "org.clientele.platform.workbench.Snapshot.write");

    private final Thread ui;
    private final Consumer<String> heard;

    private UiCalls(Thread ui, Consumer<String> heard) {
        this.ui = ui;
        this.heard = heard;
    }

    static UiCalls hear(Thread ui, Consumer<String> heard) {
        UiCalls calls = new UiCalls(ui, heard);
        calls.start();
        for (String name : TRACED) {
            Logger logger = logger(name);
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(calls);
        }
        if (WATCHES_FILES) {
            guard(calls.new Files());
        }
        return calls;
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @SuppressWarnings("removal")
    private static void guard(@Nullable SecurityManager files) {
        System.setSecurityManager(files);
    }

    @SuppressWarnings("removal")
    private final class Files extends SecurityManager {
        @Override
        public void checkPermission(java.security.Permission permission) {
            // All is allowed.
        }

        @Override
        public void checkRead(String file) {
            called("read of " + file);
        }

        @Override
        public void checkWrite(String file) {
            called("write of " + file);
        }

        @Override
        public void checkDelete(String file) {
            called("deletion of " + file);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        called(event.getFormattedMessage());
    }

    private void called(String what) {
        if (Thread.currentThread() == ui) {
            StackWalker.getInstance()
                    .walk(frames -> caller(frames.map(StackWalker.StackFrame::toStackTraceElement)
                            .toList()))
                    .ifPresent(by -> heard.accept(what + ", called by " + by));
        }
    }

    /** Who called, if it was an event of the window and no class came up. */
    private static Optional<StackTraceElement> caller(List<StackTraceElement> stack) {
        StackTraceElement by = null;
        for (StackTraceElement e : stack) {
            String type = e.getClassName();
            if (COMES_UP.contains(type) || GOING.contains(type + "." + e.getMethodName())) {
                return Optional.empty();
            }
            if (by == null && type.startsWith("org.clientele.platform.workbench.") && !isOurs(type)) {
                by = e;
            }
            if (type.startsWith("org.eclipse.swt.widgets.Display")) {
                return Optional.ofNullable(by);
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(String type) {
        return type.startsWith(UiCalls.class.getName());
    }

    @Override
    public void close() {
        if (WATCHES_FILES) {
            guard(null);
        }
        TRACED.forEach(name -> logger(name).detachAppender(this));
        stop();
    }
}
