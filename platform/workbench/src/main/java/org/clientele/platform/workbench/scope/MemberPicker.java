package org.clientele.platform.workbench.scope;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.platform.runtime.DimensionView;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Picked;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/**
 * The members of a dimension to choose from, with how many order lines each has where everything else holds; or, where
 * members are numbers or days, the two ends of a range. UI thread only.
 */
public final class MemberPicker {
    private static final Texts TEXTS = Texts.of(MemberPicker.class);
    private static final int WIDTH = 320;
    private static final int HEIGHT = 400;
    /** More members than this are found by searching; the list says so. */
    private static final int MOST = 2_000;

    private final Shell shell;
    private final Palette palette;
    private final Narrowable page;
    private final DimensionView dimension;
    private final Background background;
    private final Set<@Nullable String> chosen = new LinkedHashSet<>();
    private final CancelSignal cancel = CancelSignal.create();
    private List<Member> members = List.of();
    private boolean exclude;
    private boolean knownDays;

    /** A member and how many order lines it has. */
    private record Member(@Nullable String name, String label, long lines) {}

    private MemberPicker(
            Shell parent, Palette palette, Narrowable page, DimensionView dimension, Background background) {
        this.palette = palette;
        this.page = page;
        this.dimension = dimension;
        this.background = background;
        shell = new Shell(parent, SWT.TOOL | SWT.RESIZE | SWT.CLOSE);
        shell.setText(dimension.label());
        shell.setData("name", "member-picker");
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        layout.verticalSpacing = 8;
        shell.setLayout(layout);
        colored(shell);
        shell.addListener(SWT.Dispose, e -> cancel.cancel());
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
    }

    /** Opens it at a place of the display; what is chosen becomes a filter of the page. */
    public static Shell open(
            Shell parent, Palette palette, Narrowable page, DimensionView dimension, Background background, Point at) {
        MemberPicker picker = new MemberPicker(parent, palette, page, dimension, background);
        if (dimension.listed()) {
            picker.list();
        } else {
            picker.range();
        }
        picker.shell.setLocation(at);
        picker.shell.open();
        return picker.shell;
    }

    private @Nullable Filter now() {
        return page.scope().filters().stream()
                .filter(f -> Picked.dimension(f).equals(dimension.name()))
                .findFirst()
                .orElse(null);
    }

    /** Whether it tells of customers what was known from some day on. */
    private boolean isDated() {
        return page.session().segmentations().all().stream()
                .anyMatch(s -> s.dimension().equals(dimension.name()));
    }

    private void list() {
        if (now() instanceof Filter.Members before) {
            chosen.addAll(before.members());
            exclude = before.exclude();
        }
        Text search = new Text(shell, SWT.SEARCH | SWT.ICON_SEARCH);
        search.setMessage(TEXTS.get("members.search", dimension.label().toLowerCase(Locale.ROOT)));
        search.setData("name", "member-search");
        wide(search, SWT.FILL, false);
        Table table = new Table(shell, SWT.CHECK | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.BORDER);
        table.setData("name", "member-list");
        wide(table, SWT.FILL, true);
        new TableColumn(table, SWT.LEFT).setWidth(WIDTH - 130);
        new TableColumn(table, SWT.RIGHT).setWidth(80);
        Label note = new Label(shell, SWT.NONE);
        note.setText(TEXTS.get("members.loading"));
        wide(note, SWT.FILL, false);
        Button not = new Button(shell, SWT.CHECK);
        not.setText(TEXTS.get("members.not"));
        not.setSelection(exclude);
        not.addListener(SWT.Selection, e -> exclude = not.getSelection());
        wide(not, SWT.FILL, false);
        if (isDated()) {
            Filter only = Segmentations.knownDays(dimension.name());
            knownDays = page.scope().filters().contains(only);
            Button known = new Button(shell, SWT.CHECK);
            known.setText(TEXTS.get("members.known"));
            known.setToolTipText(TEXTS.get("members.known.hint"));
            known.setData("name", "member-known");
            known.setSelection(knownDays);
            known.addListener(SWT.Selection, e -> knownDays = known.getSelection());
            wide(known, SWT.FILL, false);
            colored(known);
        }
        buttons(this::applyList);
        for (Control control : new Control[] {search, table, note, not}) {
            colored(control);
        }
        search.addListener(SWT.Modify, e -> fill(table, note, search.getText()));
        search.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN && table.getItemCount() > 0) {
                table.setFocus();
                table.setSelection(0);
                e.doit = false;
            }
        });
        table.addListener(SWT.Selection, e -> {
            if (e.detail == SWT.CHECK && e.item instanceof TableItem item) {
                Member member = (Member) item.getData();
                if (item.getChecked()) {
                    chosen.add(member.name());
                } else {
                    chosen.remove(member.name());
                }
                note(note, table.getItemCount());
            }
        });
        table.addListener(SWT.DefaultSelection, e -> applyList());
        shell.setSize(WIDTH, HEIGHT);
        search.setFocus();
        load(table, note, search);
    }

    private void load(Table table, Label note, Text search) {
        Scope scope = page.scope();
        List<Filter> others = Picked.with(scope.filters(), dimension.name(), null);
        MetricQuery query = new MetricQuery(
                List.of("clientele.core/order-lines"),
                List.of(dimension.name()),
                others,
                page.days(),
                org.clientele.sdk.query.Comparison.NONE,
                0);
        background.run(
                () -> dimension.name().equals(CustomerSets.DIMENSION)
                        ? sets(page.session().sets().lines(others, page.days(), cancel))
                        : read(page.session().query(query, cancel)),
                found -> {
                    if (!shell.isDisposed()) {
                        members = found;
                        fill(table, note, search.getText());
                    }
                },
                error -> {
                    if (!shell.isDisposed() && !Background.cancelled(error)) {
                        note.setText(Background.sentence(error));
                    }
                });
    }

    private static List<Member> read(Frame frame) {
        Column names = frame.columns().get(0);
        Column lines = frame.columns().get(1);
        List<Member> all = new ArrayList<>();
        for (int i = 0; i < frame.rowCount(); i++) {
            String name = names.isNull(i) ? null : String.valueOf(names.valueAt(i));
            all.add(new Member(name, FilterText.member(name), lines.longAt(i)));
        }
        return all;
    }

    private static List<Member> sets(Frame frame) {
        List<Member> all = new ArrayList<>();
        for (int i = 0; i < frame.rowCount(); i++) {
            String key = String.valueOf(frame.column("key").textAt(i));
            String name = String.valueOf(frame.column("name").textAt(i));
            all.add(new Member(key, name, frame.column("lines").longAt(i)));
        }
        return all;
    }

    private void fill(Table table, Label note, String wanted) {
        String words = wanted.strip().toLowerCase(Locale.ROOT);
        table.setRedraw(false);
        table.removeAll();
        int shown = 0;
        for (Member member : members) {
            String name = member.label();
            if (name.toLowerCase(Locale.ROOT).contains(words) && shown < MOST) {
                shown++;
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText(0, name);
                item.setText(1, NumberFormat.getIntegerInstance(Texts.locale()).format(member.lines()));
                item.setChecked(chosen.contains(member.name()));
                item.setData(member);
            }
        }
        table.setRedraw(true);
        note(note, shown);
    }

    private void note(Label note, int shown) {
        note.setText(
                chosen.isEmpty()
                        ? TEXTS.get("members.shown", shown, members.size())
                        : TEXTS.get("members.chosen", shown, members.size(), chosen.size()));
    }

    private void applyList() {
        Filter filter = chosen.isEmpty()
                ? null
                : new Filter.Members(dimension.name(), new ArrayList<@Nullable String>(chosen), exclude);
        apply(filter);
    }

    private void range() {
        Filter before = now();
        String from = before instanceof Filter.Range r && r.from() != null ? r.from() : "";
        String to = before instanceof Filter.Range r && r.to() != null ? r.to() : "";
        Text lower = end(TEXTS.get("members.from"), from);
        Text upper = end(TEXTS.get("members.to"), to);
        Label note = new Label(shell, SWT.WRAP);
        note.setText(dimension.type().isTemporal() ? TEXTS.get("members.days") : TEXTS.get("members.numbers"));
        wide(note, SWT.FILL, false);
        colored(note);
        Runnable apply = () -> {
            String a = lower.getText().strip();
            String b = upper.getText().strip();
            apply(
                    a.isEmpty() && b.isEmpty()
                            ? null
                            : new Filter.Range(dimension.name(), a.isEmpty() ? null : a, b.isEmpty() ? null : b));
        };
        lower.addListener(SWT.DefaultSelection, e -> apply.run());
        upper.addListener(SWT.DefaultSelection, e -> apply.run());
        buttons(apply);
        shell.setSize(WIDTH, SWT.DEFAULT);
        shell.setSize(WIDTH, shell.computeSize(WIDTH, SWT.DEFAULT).y);
        lower.setFocus();
    }

    private Text end(String label, String value) {
        Label said = new Label(shell, SWT.NONE);
        said.setText(label);
        colored(said);
        Text text = new Text(shell, SWT.BORDER);
        text.setText(value);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        colored(text);
        return text;
    }

    private void buttons(Runnable apply) {
        Composite row = new Composite(shell, SWT.NONE);
        row.setLayout(new GridLayout(2, true));
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false, 2, 1));
        colored(row);
        Button clear = new Button(row, SWT.PUSH);
        clear.setText(TEXTS.get("members.clear"));
        clear.addListener(SWT.Selection, e -> apply(null));
        Button ok = new Button(row, SWT.PUSH);
        ok.setText(TEXTS.get("members.apply"));
        ok.addListener(SWT.Selection, e -> apply.run());
        shell.setDefaultButton(ok);
    }

    private void apply(@Nullable Filter filter) {
        String name = dimension.name();
        List<Filter> all = new ArrayList<>(Picked.with(page.scope().filters(), name, filter));
        if (isDated()) {
            Filter only = Segmentations.knownDays(name);
            all.remove(only);
            if (knownDays) {
                all.add(only);
            }
        }
        shell.close();
        if (!all.equals(page.scope().filters())) {
            page.narrow(
                    page.scope().filtered(all),
                    TEXTS.get("members.deed", dimension.label().toLowerCase(Locale.ROOT)));
        }
    }

    private static void wide(Control control, int vertical, boolean grab) {
        control.setLayoutData(new GridData(SWT.FILL, grab ? vertical : SWT.CENTER, true, grab, 2, 1));
    }

    private void colored(Control control) {
        Font font = SwtResources.of(control.getDisplay()).nativeFont(13, Weight.REGULAR);
        control.setFont(font);
        control.setBackground(Palette.color(palette.theme().surface()));
        control.setForeground(Palette.color(palette.theme().text()));
    }
}
