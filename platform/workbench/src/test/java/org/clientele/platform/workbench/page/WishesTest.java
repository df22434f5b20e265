package org.clientele.platform.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two undos in a row: each wants something else of the dashboard, on a thread of its own. */
@Timeout(60)
class WishesTest {
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void aThreadThatComesLateFindsTheNewestWishCarriedOutAndBringsNoOldOneBack() {
        Wishes<String> wishes = new Wishes<>(done::add);
        wishes.want("first undo");
        wishes.want("second undo");

        wishes.carryOut();
        wishes.carryOut();

        assertThat(done).containsExactly("second undo");
    }

    @Test
    void aWishThatIsBeingCarriedOutIsNotOvertakenByTheNext() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Wishes<String> wishes = new Wishes<>(wish -> {
            if (wish.equals("first undo")) {
                begun.countDown();
                awaits(goOn);
            }
            done.add(wish);
        });
        wishes.want("first undo");
        Thread first = new Thread(wishes::carryOut);
        first.start();
        awaits(begun);
        wishes.want("second undo");
        Thread second = new Thread(wishes::carryOut);
        second.start();
        while (second.getState() != Thread.State.BLOCKED && second.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        first.join();
        second.join();

        assertThat(done).containsExactly("first undo", "second undo");
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
