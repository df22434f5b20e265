package org.clientele.platform.workbench.frame;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.clientele.platform.runtime.JobView;
import org.clientele.platform.workbench.page.Pace;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The bottom edge: how old the data is, which policy is in force, what runs and the last message. */
public final class StatusBar extends DrawnPane {
    private static final Texts TEXTS = Texts.of(StatusBar.class);
    /** Height in pixels. */
    public static final int HEIGHT = 30;

    private static final double BAR = 120;

    private final LongConsumer cancel;
    private int alerts;
    private Runnable showAlerts = () -> {};
    private String dataAge = "";
    private String policy = "";
    private String message = "";
    private final Map<Long, Pace> paces = new HashMap<>();
    private List<JobView> jobs = List.of();

    /** @param cancel what the cross beside a running job does */
    public StatusBar(Composite parent, Palette palette, LongConsumer cancel) {
        super(parent, palette, TEXTS.get("status.pane"));
        this.cancel = cancel;
    }

    /** Shows how old the data is: "Data to 9 Dec 2011", or "". */
    public void dataAge(String text) {
        dataAge = text;
        redraw();
    }

    /** Shows the name of the policy in force, none for null; that of the one that allows all is in the reader's language. */
    public void policy(@Nullable Policy inForce) {
        boolean all = Policy.allowAll().equals(inForce);
        policy = inForce == null ? "" : all ? TEXTS.get("status.policy.all") : inForce.name();
        redraw();
    }

    /** Shows how many alerts crossed that nobody has acknowledged; 0 shows none. */
    public void alerts(int open, Runnable show) {
        alerts = open;
        showAlerts = show;
        redraw();
    }

    /** How many alerts it shows. */
    public int alerts() {
        return alerts;
    }

    /** Shows a message until the next one. */
    public void message(String text) {
        message = text;
        redraw();
    }

    /** The message shown last. */
    public String message() {
        return message;
    }

    /** Shows the running jobs. */
    public void jobs(List<JobView> running) {
        jobs = List.copyOf(running);
        paces.keySet().removeIf(id -> jobs.stream().noneMatch(j -> j.id() == id));
        for (JobView j : jobs) {
            paces.computeIfAbsent(j.id(), id -> new Pace(() -> {})).report(j.fraction(), j.message());
        }
        redraw();
    }

    /** What is said of a running job: "Import a.csv  ·  300,000 rows read  ·  250,000 rows/s". */
    public String told(JobView job) {
        if (job.cancelling()) {
            return TEXTS.get("status.job.cancelling", job.title());
        }
        Pace pace = paces.get(job.id());
        String percent = job.fraction() < 0 ? "" : TEXTS.get("status.job.percent", Math.round(job.fraction() * 100));
        String state = job.message().isEmpty() || pace == null
                ? percent
                : pace.told(
                        rows -> NumberFormat.getIntegerInstance(Texts.locale()).format(rows));
        return state.isEmpty() ? job.title() : TEXTS.get("status.job", job.title(), state);
    }

    /** The running jobs as they are shown. */
    public List<JobView> jobs() {
        return jobs;
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().navigation());
        pen.rule(0, 0, width, palette().theme().border());
        double x = 18;
        x = part(pen, Icon.CLOCK, dataAge, x);
        x = part(pen, Icon.SHIELD, policy, x);
        x = alerts == 0 ? x : badge(pen, places, x);
        double right = jobs.isEmpty() ? width - 18 : job(pen, places, width - 18);
        if (!message.isEmpty() && right - x > 60) {
            String text = pen.shorten(message, 12, Weight.REGULAR, right - x);
            pen.text(right, 19.5, text, 12, Weight.REGULAR, palette().theme().secondary(), Anchor.END);
        }
    }

    private double badge(Pen pen, Areas places, double x) {
        String text = TEXTS.get("status.alerts", alerts);
        double w = 26 + pen.width(text, 12, Weight.MEDIUM);
        if (places.hovered("alerts")) {
            pen.fillRound(x - 6, 4, w + 12, 22, 4, palette().pressed());
        }
        StatusMark.WARNING.draw(pen, palette(), x + 6, 15);
        pen.text(x + 20, 19.5, text, 12, Weight.MEDIUM, palette().theme().text());
        places.addIcon("alerts", x - 6, 4, w + 12, 22, TEXTS.get("status.alerts.hint", text), showAlerts);
        return x + w + 24;
    }

    private double part(Pen pen, Icon icon, String text, double x) {
        if (text.isEmpty()) {
            return x;
        }
        pen.icon(icon, x, 7, palette().theme().secondary());
        pen.text(x + 22, 19.5, text, 12, Weight.REGULAR, palette().theme().secondary());
        return x + 22 + pen.width(text, 12, Weight.REGULAR) + 24;
    }

    /** Draws the oldest running job and how many more there are; gives where it starts. */
    private double job(Pen pen, Areas places, double right) {
        JobView job = jobs.get(0);
        double x = right - 20;
        if (!job.cancelling()) {
            String id = "cancel:" + job.id();
            if (places.hovered(id)) {
                pen.fillRound(x, 5, 20, 20, 4, palette().pressed());
            }
            pen.icon(Icon.CLOSE, x + 2, 7, palette().theme().secondary());
            places.addIcon(
                    id, x, 5, 20, 20, TEXTS.get("status.job.cancel", job.title()), () -> cancel.accept(job.id()));
        }
        x -= BAR + 10;
        pen.fillRound(x, 13, BAR, 4, 2, palette().theme().border());
        if (job.fraction() >= 0) {
            double done = Math.max(4, BAR * Math.min(1, job.fraction()));
            pen.fillRound(x, 13, done, 4, 2, palette().theme().accent());
        }
        String text = jobs.size() > 1 ? TEXTS.get("status.job.more", told(job), jobs.size() - 1) : told(job);
        double room = Math.min(620, x - 400);
        String shown = pen.shorten(text, 12, Weight.REGULAR, room);
        pen.text(x - 12, 19.5, shown, 12, Weight.REGULAR, palette().theme().text(), Anchor.END);
        return x - 30 - pen.width(shown, 12, Weight.REGULAR);
    }
}
