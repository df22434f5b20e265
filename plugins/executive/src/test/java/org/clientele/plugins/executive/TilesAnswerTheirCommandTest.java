package org.clientele.plugins.executive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.TileState;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.QueryText;
import org.junit.jupiter.api.Test;

/** Each figure of each dashboard is what the command that its card gives answers, whatever is filtered by. */
class TilesAnswerTheirCommandTest {
    private static final int PAGES = 2;

    @Test
    void onTheSample() throws InterruptedException {
        try (Shop shop = Shop.sample()) {
            assertThat(compared(shop)).isGreaterThan(PAGES * 10);
        }
    }

    @Test
    void onOnlineRetail() throws InterruptedException {
        try (Shop shop = Shop.onlineRetail()) {
            assertThat(compared(shop)).isGreaterThan(PAGES * 10);
        }
    }

    /** @return how many tiles were compared */
    private static int compared(Shop shop) throws InterruptedException {
        int tiles = 0;
        for (long seed = 1; seed <= PAGES; seed++) {
            Shop.Page page = shop.page(seed);
            Scope scope = Scope.ALL.during(page.period()).filtered(page.filters());
            for (DashboardEntry dashboard : shop.session().dashboards()) {
                tiles += compared(shop.session(), dashboard, scope);
            }
        }
        return tiles;
    }

    private static int compared(Session session, DashboardEntry dashboard, Scope scope) throws InterruptedException {
        int tiles = 0;
        BlockingQueue<String> news = new LinkedBlockingQueue<>();
        try (DashboardView view = session.open(dashboard.id(), scope, news::add)) {
            while (view.spec().tiles().stream().anyMatch(t -> view.state(t.id()) == TileState.LOADING)) {
                assertThat(news.poll(1, TimeUnit.MINUTES)).as("a tile's answer").isNotNull();
            }
            for (TileSpec tile : view.spec().tiles()) {
                Frame shown = view.frame(tile.id()).orElse(null);
                String command = view.asked(tile.id()).map(QueryText::of).orElse("");
                if (shown == null || command.isEmpty()) {
                    continue;
                }
                Frame answer = session.query(QueryText.read(command), CancelSignal.create());
                for (Column column : answer.columns()) {
                    assertThat(values(shown.column(column.name())))
                            .as("%s of %s: %s", column.name(), tile.title(), command)
                            .isEqualTo(values(column));
                }
                tiles++;
            }
        }
        return tiles;
    }

    private static List<Object> values(Column column) {
        List<Object> all = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            all.add(column.valueAt(row));
        }
        return all;
    }
}
