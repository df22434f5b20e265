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
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The pages of a workspace without data, and of one that did not open: what to do now. UI thread only. */
final class Greetings {
    private static final Texts TEXTS = Texts.of(Greetings.class);
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
                ? List.of(Sheet.Action.primary(TEXTS.get("welcome.import"), actions.importFiles()))
                : List.of(
                        Sheet.Action.plain(TEXTS.get("welcome.import"), actions.importFiles()),
                        Sheet.Action.primary(TEXTS.get("welcome.sample"), () -> loadSample(opened.session(), loader)));
        return page(new Message(
                WELCOME,
                TEXTS.get("welcome.title"),
                Icon.SPARK,
                TEXTS.get("welcome.heading"),
                TEXTS.get("welcome.means"),
                offers,
                TEXTS.get("welcome.drop"),
                recent(opened.workspace().directory())));
    }

    MessagePage notOpened(Path home, Throwable error) {
        boolean locked = error instanceof AnalyticsException a && a.code() == ErrorCode.WORKSPACE_LOCKED;
        String reason = Background.sentence(error);
        return page(new Message(
                FAILURE,
                locked ? TEXTS.get("failure.locked") : TEXTS.get("failure.title"),
                locked ? Icon.LOCK : Icon.WARNING,
                locked ? TEXTS.get("failure.locked.heading") : TEXTS.get("failure.heading"),
                reason,
                List.of(
                        Sheet.Action.plain(TEXTS.get("failure.another"), actions.openWorkspace()),
                        Sheet.Action.primary(TEXTS.get("failure.again"), () -> load.accept(home))),
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
        session.background(TEXTS.get("welcome.sample"), (progress, cancel) -> {
                    loader.load(session, progress, cancel);
                    return true;
                })
                .whenComplete((done, failure) -> background.ui(() -> {
                    if (failure != null && !Background.cancelled(failure)) {
                        host.failed(TEXTS.get("welcome.sample.failed"), Background.sentence(failure));
                    }
                }));
    }
}
