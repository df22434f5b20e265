package org.clientele.platform.workbench;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notes calls that must never run on the UI thread: each query, layout and file as it is called ({@link UiCalls}), and what else
 * blocks when it is looked at every two milliseconds.
 */
final class UiWatch {
    private static final String RUNTIME = "org.clientele.platform.runtime.";
    private static final Set<String> BLOCKING = Set.of(
            "Session.query",
            "Session.rows",
            "Session.render",
            "Session.analyse",
            "Session.report",
            "SettingBook.change",
            "records.Records.columns",
            "records.Records.behind",
            "records.Records.table",
            "records.Records.customer",
            "records.Records.history",
            "records.RecordsView.read",
            "Workspace.status",
            "Workspace.installPlugin",
            "Workspace.startPlugin",
            "Workspace.stopPlugin",
            "Workspace.removePlugin",
            "DashboardView.await");
    /** Classes that block whatever is asked of them. */
    private static final Set<String> BLOCKING_CLASSES = Set.of("Imports", "Rejects", "BookmarkFolder");

    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private final UiCalls calls;

    private UiWatch(Thread ui) {
        calls = UiCalls.hear(ui, seen::add);
    }

    static UiWatch start(Thread ui) {
        UiWatch watch = new UiWatch(ui);
        Thread t = new Thread(
                () -> {
                    try {
                        while (!watch.end.await(2, TimeUnit.MILLISECONDS)) {
                            watch.look(ui);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "ui-watch");
        t.setDaemon(true);
        t.start();
        return watch;
    }

    private void look(Thread ui) {
        boolean inWindow = false;
        StackTraceElement[] stack = ui.getStackTrace();
        for (StackTraceElement e : stack) {
            inWindow |= e.getClassName().startsWith("org.eclipse.swt.widgets.Display");
        }
        for (StackTraceElement e : stack) {
            if (inWindow && e.getClassName().startsWith(RUNTIME)) {
                String type = e.getClassName().substring(RUNTIME.length());
                String call = type + "." + e.getMethodName();
                // A class that comes up does nothing yet of what its methods do.
                boolean comesUp = e.getMethodName().equals("<clinit>");
                if (BLOCKING.contains(call) || BLOCKING_CLASSES.contains(type) && !comesUp) {
                    seen.add(call);
                }
            }
        }
    }

    void stop() {
        end.countDown();
        calls.close();
    }

    Set<String> blockingCalls() {
        return new TreeSet<>(seen);
    }
}
