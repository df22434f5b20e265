package org.clientele.distribution.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.distribution.Product;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;

/** Commands that change a workspace, and the workspace before and after each of them. */
final class Changes {
    /** How many there are. */
    static final int MOST = 5;

    private final Path folder;
    private final Path base;
    private final Holding before;
    private final int most;
    private final List<Change> all = new ArrayList<>();

    /**
     * A command.
     *
     * @param name for messages
     * @param arguments of the command line
     * @param before what the workspace holds before
     * @param after what it holds once the command has ended well
     * @param millis how long the command took
     */
    record Change(String name, List<String> arguments, Holding before, Holding after, long millis) {}

    /**
     * What a workspace holds.
     *
     * @param rows of all tables, digested
     * @param imports how many are in each state; those that failed or were begun and came to nothing do not count
     * @param sets how many customers each customer set lists
     */
    record Holding(String rows, TreeMap<String, Integer> imports, TreeMap<String, Long> sets) {}

    /** Makes the files, a workspace of three imports, and tries the first of the changes once. */
    Changes(Path folder, int rows, int most) throws IOException {
        this.folder = folder;
        this.base = folder.resolve("base");
        this.most = most;
        Path old = file("old.csv", HonestFile.csv(1, rows));
        Path older = file("older.csv", HonestFile.csv(2, rows / 4));
        Path people = file("people.csv", numbered(rows * 2, "customer_id,name,country", "k%d,Bea %d,UK"));
        try (Workspace w = Workspace.open(base, WorkspaceOptions.withPlugins(List.of()));
                Session session = w.session(Subject.local(), Policy.allowAll())) {
            for (Path each : List.of(old, older, people)) {
                ImportCommand command = new ImportCommand(List.of(each), "", "", ImportMode.APPEND);
                for (FileImport f : session.imports()
                        .run(command, Progress.NONE, CancelSignal.create())
                        .files()) {
                    if (f.failure() != null) {
                        throw new AssertionError(f);
                    }
                }
            }
        }
        before = holding(base);
        Path orders = file("orders.csv", HonestFile.csv(3, rows));
        Path customers = file("customers.csv", numbered(60, "customer_id,name,country", "c%d,Ann %d,UK"));
        Path products = file("products.csv", numbered(60, "product_id,name,category", "P%d,Mug %d,Mugs"));
        // Half of the orders are there already.
        Path changed = file("changed.csv", HonestFile.csv(1, rows / 2).replace(",EUR,", ",USD,"));
        add("several files", "import", orders.toString(), customers.toString(), products.toString());
        add("set", "sets", "create", "British", "--table", "customer", "--only", "customer.country=UK");
        add("undo", "imports", "--undo", "1");
        add("replace", "import", "--replace", orders.toString(), customers.toString());
        add("update", "import", "--update", changed.toString(), customers.toString());
    }

    private void add(String name, String... arguments) throws IOException {
        if (all.size() == most) {
            return;
        }
        Path tried = fresh("tried");
        List<String> command = new ArrayList<>(List.of("--json"));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        done(Product.call(tried, command.toArray(String[]::new)));
        long millis = (System.nanoTime() - start) / 1_000_000;
        Holding after = holding(tried);
        if (after.equals(before)) {
            throw new AssertionError(name + " changes nothing");
        }
        all.add(new Change(name, command, before, after, millis));
    }

    private static void done(Product.Result r) {
        if (r.exit() != 0) {
            throw new AssertionError("exit " + r.exit() + ": " + r.out() + r.err());
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String numbered(int rows, String header, String row) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append(String.format(row, i, i)).append('\n');
        }
        return text.toString();
    }

    List<Change> all() {
        return all;
    }

    Path base() {
        return base;
    }

    /** A copy of the workspace as it was before, under this name. */
    Path fresh(String name) throws IOException {
        Path workspace = folder.resolve(name);
        delete(workspace);
        copy(base, workspace);
        return workspace;
    }

    /** Opens a workspace and reads all of it. */
    static Holding holding(Path workspace) throws IOException {
        try (Workspace w = Workspace.open(workspace, WorkspaceOptions.withPlugins(List.of()));
                Session session = w.session(Subject.local(), Policy.allowAll())) {
            TreeMap<String, Integer> states = new TreeMap<>();
            for (ImportView i : session.imports().all()) {
                if (i.state() == ImportView.State.RUNNING) {
                    throw new AssertionError("Import " + i.id() + " of " + workspace + " still runs");
                }
                if (i.state() != ImportView.State.FAILED) {
                    states.merge(i.state().name(), 1, Integer::sum);
                }
            }
            Path staging = workspace.resolve("staging");
            try (Stream<Path> left = Files.exists(staging) ? Files.list(staging) : Stream.<Path>empty()) {
                List<Path> files = left.collect(Collectors.toList());
                if (!files.isEmpty()) {
                    throw new AssertionError("Staged files are left: " + files);
                }
            }
            TreeMap<String, Long> sets = new TreeMap<>();
            for (CustomerSet set : session.sets().all()) {
                sets.put(
                        set.key(),
                        session.sets().size(set, CancelSignal.create()).members());
            }
            return new Holding(State.of(session), states, sets);
        }
    }

    /** Whether the command's own answer says that it was done. */
    static boolean acknowledged(String out) {
        try {
            JsonNode answer = new com.fasterxml.jackson.databind.ObjectMapper().readTree(out);
            return answer != null && answer.size() > 0 && !answer.has("error");
        } catch (IOException e) {
            return false;
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path p : all.collect(Collectors.toList())) {
                if (Files.isDirectory(p) || Files.isRegularFile(p)) {
                    Files.copy(p, to.resolve(from.relativize(p).toString()));
                }
            }
        }
    }

    static void delete(Path workspace) throws IOException {
        if (Files.exists(workspace)) {
            try (Stream<Path> all = Files.walk(workspace)) {
                for (Path p : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                    Files.deleteIfExists(p);
                }
            }
        }
    }
}
