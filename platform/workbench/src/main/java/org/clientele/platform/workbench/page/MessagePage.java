package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.platform.workbench.page.Sheet.Action;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Composite;

/** A calm page with one picture, one message and what can be done: the welcome, or why a workspace did not open. */
public final class MessagePage extends DrawnPane implements Page {
    private static final Texts TEXTS = Texts.of(MessagePage.class);

    private static final int WIDTH = 520;
    private static final int ROW = 34;

    private final Message message;

    /** What a page says. */
    public record Message(
            String id,
            String title,
            Icon icon,
            String heading,
            String text,
            List<Action> actions,
            String footnote,
            List<Link> recent) {
        public Message {
            actions = List.copyOf(actions);
            recent = List.copyOf(recent);
        }
    }

    /** A workspace to go to instead. */
    public record Link(String name, String folder, Runnable open) {}

    /** A page that says it. */
    public MessagePage(Composite parent, Palette palette, Message message) {
        super(parent, palette, message.heading());
        this.message = message;
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double w = Math.min(WIDTH, width - 48);
        double inner = w - 80;
        int text = TextBlock.height(pen, message.text(), 14, inner);
        int foot = message.footnote().isEmpty() ? 0 : TextBlock.height(pen, message.footnote(), 12, inner) + 14;
        int recent = message.recent().isEmpty() ? 0 : 46 + message.recent().size() * ROW;
        double h = 40 + 56 + 24 + 32 + text + 28 + Buttons.HEIGHT + foot + 36 + recent;
        double x = Math.round((width - w) / 2);
        double y = Math.round(Math.max(24, (height - h) / 2.4));
        pen.fillRound(x, y, w, h, 12, palette().theme().surface());
        pen.frameRound(x, y, w, h, 12, palette().theme().border());
        double cx = x + w / 2;
        pen.fillRound(cx - 28, y + 40, 56, 56, 14, palette().selected());
        pen.icon(message.icon(), cx - 14, y + 54, 1.75, palette().theme().accent());
        y += 40 + 56 + 40;
        pen.text(cx, y, message.heading(), 20, Weight.MEDIUM, palette().theme().text(), Anchor.MIDDLE);
        y += 32;
        for (String line : TextBlock.lines(pen, message.text(), 14, inner)) {
            pen.text(cx, y, line, 14, Weight.REGULAR, palette().theme().secondary(), Anchor.MIDDLE);
            y += 14 * 1.45;
        }
        y += 12;
        actions(pen, places, cx, y);
        y += Buttons.HEIGHT + 30;
        for (String line : TextBlock.lines(pen, message.footnote(), 12, inner)) {
            pen.text(cx, y, line, 12, Weight.REGULAR, palette().theme().secondary(), Anchor.MIDDLE);
            y += 12 * 1.45;
        }
        recent(pen, places, x + 40, y + 10, inner);
    }

    private void recent(Pen pen, Areas places, double x, double top, double room) {
        if (message.recent().isEmpty()) {
            return;
        }
        int quiet = palette().theme().secondary();
        pen.rule(x, top, room, palette().theme().border());
        pen.text(x, top + 28, TEXTS.get("recent"), 12, Weight.MEDIUM, quiet);
        double y = top + 40;
        for (int i = 0; i < message.recent().size(); i++) {
            Link link = message.recent().get(i);
            String id = "recent:" + i;
            if (places.hovered(id)) {
                pen.fillRound(x - 10, y, room + 20, ROW, 6, palette().hover());
            }
            pen.icon(Icon.FOLDER, x, y + 9, quiet);
            String name = pen.shorten(link.name(), 13, Weight.MEDIUM, room / 2);
            pen.text(
                    x + 26, y + 21.5, name, 13, Weight.MEDIUM, palette().theme().text());
            double used = 26 + pen.width(name, 13, Weight.MEDIUM) + 16;
            String folder = pen.shorten(link.folder(), 12, Weight.REGULAR, room - used);
            pen.text(x + room, y + 21.5, folder, 12, Weight.REGULAR, quiet, Anchor.END);
            places.add(id, x - 10, y, room + 20, ROW, TEXTS.get("recent.open", link.name()), link.open());
            y += ROW;
        }
    }

    private void actions(Pen pen, Areas places, double cx, double y) {
        double total = -10;
        for (Action a : message.actions()) {
            total += Buttons.width(pen, a.label()) + 10;
        }
        double x = cx - total / 2;
        for (int i = 0; i < message.actions().size(); i++) {
            Action a = message.actions().get(i);
            double w = Buttons.width(pen, a.label());
            Buttons.draw(pen, places, palette(), "action:" + i, a.label(), a.tone(), x, y, w, a.run());
            x += w + 10;
        }
    }

    @Override
    public String id() {
        return message.id();
    }

    @Override
    public String title() {
        return message.title();
    }

    @Override
    public String heading() {
        return "";
    }

    @Override
    public void close() {
        control().dispose();
    }
}
