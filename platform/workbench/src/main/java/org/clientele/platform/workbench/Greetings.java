package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.MessagePage;
import org.clientele.platform.workbench.page.MessagePage.Link;
import org.clientele.platform.workbench.page.MessagePage.Message;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The pages of a workspace without data, and of one that did not open: what to do now. UI thread only. */
final class Greetings {
    static final String WELCOME = "welcome";
    private static final String FAILURE = "failure";
    private static final int MOST_RECENT = 4;

    private final Composite holder;
    private final Supplier<Palette> palette;
    private final Background background;
    private final PageHost host;
    private final @Nullable SampleLoader sample;
    private final Desk.Actions actions;
    private final Consumer<Path> load;

    /** @param load opens another workspace */
    Greetings(
            Composite holder,
            Supplier<Palette> palette,
            Background background,
            PageHost host,
            @Nullable SampleLoader sample,
            Desk.Actions actions,
            Consumer<Path> load) {
        this.holder = holder;
        this.palette = palette;
        this.background = background;
        this.host = host;
        this.sample = sample;
        this.actions = actions;
        this.load = load;
    }

    MessagePage welcome(OpenWorkspace opened) {
        SampleLoader loader = sample;
        List<Sheet.Action> offers = loader == null
                ? List.of(Sheet.Action.primary("Import files…", actions.importFiles()))
                : List.of(
                        Sheet.Action.plain("Import files…", actions.importFiles()),
                        Sheet.Action.primary("Open the sample", () -> loadSample(opened.session(), loader)));
        return page(new Message(
                WELCOME,
                "Welcome",
                Icon.SPARK,
                "See your customers in a minute",
                "This workspace is empty. Import your own files as they come from your systems, or look around in a"
                        + " sample shop first.",
                offers,
                "You can also drop files anywhere on this window.",
                recent(opened.workspace().directory())));
    }

    MessagePage notOpened(Path home, Throwable error) {
        boolean locked = error instanceof AnalyticsException a && a.code() == ErrorCode.WORKSPACE_LOCKED;
        String reason = Background.sentence(error);
        return page(new Message(
                FAILURE,
                locked ? "In use" : "Not opened",
                locked ? Icon.LOCK : Icon.WARNING,
                locked ? "This workspace is in use" : "The workspace did not open",
                reason,
                List.of(
                        Sheet.Action.plain("Open another…", actions.openWorkspace()),
                        Sheet.Action.primary("Try again", () -> load.accept(home))),
                reason.contains(home.toString()) ? "" : home.toString(),
                recent(home)));
    }

    private MessagePage page(Message message) {
        return new MessagePage(holder, palette.get(), message);
    }

    /** Other workspaces that were open lately. */
    private List<Link> recent(Path here) {
        return actions.recent().get().stream()
                .filter(folder -> !folder.equals(here.toString()))
                .limit(MOST_RECENT)
                .map(folder -> {
                    Path name = Path.of(folder).getFileName();
                    return new Link(
                            name == null ? folder : name.toString(), folder, () -> load.accept(Path.of(folder)));
                })
                .toList();
    }

    private void loadSample(Session session, SampleLoader loader) {
        session.background("Open the sample", (progress, cancel) -> {
                    loader.load(session, progress, cancel);
                    return true;
                })
                .whenComplete((done, failure) -> background.ui(() -> {
                    if (failure != null && !Background.cancelled(failure)) {
                        host.failed("The sample was not loaded", Background.sentence(failure));
                    }
                }));
    }
}
