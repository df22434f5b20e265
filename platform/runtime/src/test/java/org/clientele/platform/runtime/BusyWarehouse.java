package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.warehouse.OutputColumn;
import org.clientele.platform.warehouse.SqlQuery;
import org.clientele.platform.warehouse.WarehouseOptions;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;

/** Endless queries on all connections of a warehouse: whoever asks it anything waits until this is closed. */
final class BusyWarehouse implements AutoCloseable {
    private static final SqlQuery ENDLESS = new SqlQuery(
            "SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range + b.range < 0",
            List.of(),
            List.of(new OutputColumn(ColumnSpec.of("n", ColumnType.INTEGER), 0)));

    private final CancelSignal stop = CancelSignal.create();
    private final List<Thread> threads = new ArrayList<>();

    BusyWarehouse(Workspace workspace) {
        for (int i = 0; i < WarehouseOptions.defaults().connections(); i++) {
            Thread thread = new Thread(() -> ask(workspace), "endless-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        RuntimeTest.until(
                "all connections are taken", () -> threads.stream().allMatch(t -> isIn(t, "RunningStatement")));
    }

    private void ask(Workspace workspace) {
        try {
            workspace.warehouse().query(ENDLESS, stop);
        } catch (AnalyticsException e) {
            stop.cancel();
        }
    }

    /** Whether a thread is inside a class of that simple name now. */
    static boolean isIn(Thread thread, String className) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(f -> f.getClassName().endsWith("." + className));
    }

    /** Whether some thread of that name is inside a class of that simple name now. */
    static boolean someIsIn(String threadName, String className) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith(threadName))
                .anyMatch(t -> isIn(t, className));
    }

    @Override
    public void close() {
        stop.cancel();
        RuntimeTest.until("the endless queries end", () -> threads.stream().noneMatch(Thread::isAlive));
    }
}
