package org.clientele.platform.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.runtime.Hosting;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.door.Caller;
import org.clientele.platform.runtime.door.ForwardedCommand;
import org.clientele.platform.runtime.door.Holder;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.clientele.sdk.text.Texts;

/**
 * How a command comes to its workspace: where nobody holds it, it is opened here; else the command goes to who does. What
 * the command prints and its exit code are the same both ways.
 */
final class Entrance {
    private static final Texts TEXTS = Texts.of(Entrance.class);

    /** For a holder that is not there although the lock is taken, or is silent: it has just come, is going, or is busy. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    /** After which a person at a terminal wants to know what is going on. */
    private static final long UNEXPLAINED_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** For a command line that holds the workspace which a window should show. */
    private static final long WINDOW_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Path workspace;
    private final String name;
    private final ForwardedCommand command;
    private final Surroundings surroundings;

    /**
     * @param name of the command, for others who meet it in the workspace
     * @param arguments the same command as it is sent to who holds the workspace
     * @param endless whether it only ends when somebody stops it: where its holder lets the workspace go, it begins again
     */
    Entrance(CommandLineTool root, String name, List<String> arguments, boolean endless) {
        this.workspace = root.workspacePath();
        this.name = name;
        this.surroundings = root.surroundings();
        this.command =
                new ForwardedCommand(arguments, surroundings.directory().toString(), surroundings.terminal(), endless);
    }

    /** What is done inside. */
    @FunctionalInterface
    interface Work {
        /** Gives the exit code. */
        int run(Workspace workspace, Session session) throws Exception;
    }

    /** Runs a command for another process, in the workspace that this one holds. */
    static int serve(Workspace held, ForwardedCommand command, PrintWriter out, PrintWriter err, CancelSignal cancel) {
        Surroundings theirs = new Surroundings(Path.of(command.directory()), command.terminal(), cancel, held);
        return CommandLineTool.run(command.arguments().toArray(String[]::new), theirs, out, err);
    }

    /** Does the work here, or has it done. */
    int enter(PrintWriter out, PrintWriter err, Work work) throws Exception {
        Workspace held = surroundings.held();
        if (held != null) {
            return inside(held, work);
        }
        Hosting hosting = Hosting.command(ProductVersion.get(), name, Entrance::serve);
        Waiting waiting = new Waiting();
        while (true) {
            Optional<Workspace> mine = waiting.open(workspace, hosting);
            if (mine.isPresent()) {
                return here(mine.get(), out, err, work);
            }
            Caller caller = Hosting.caller(workspace, ProductVersion.get());
            Caller.Answer answer = call(caller, out, err);
            switch (answer.state()) {
                case DONE -> {
                    return answer.exit().orElseThrow();
                }
                case LEAVING -> {
                    waiting.again(caller.process(), Long.MAX_VALUE);
                    explain(waiting, true, err);
                }
                case SILENT -> {
                    waiting.again(caller.process(), PATIENCE_NANOS, caller.silence());
                    explain(waiting, false, err);
                }
                case NOBODY -> {
                    waiting.again(caller.process(), PATIENCE_NANOS);
                    explain(waiting, false, err);
                }
            }
        }
    }

    private Caller.Answer call(Caller caller, PrintWriter out, PrintWriter err) {
        try {
            return caller.run(command, out, err);
        } catch (AnalyticsException e) {
            if (!command.endless() || e.code() != ErrorCode.CANCELLED) {
                throw e;
            }
            return new Caller.Answer(Caller.State.LEAVING, OptionalInt.empty());
        }
    }

    private int here(Workspace mine, PrintWriter out, PrintWriter err, Work work) throws Exception {
        Interruption interruption = new Interruption(surroundings.cancel());
        try (Workspace opened = mine) {
            int exit = inside(opened, work);
            // Closing may take a while, if other processes' commands are still being served.
            out.flush();
            err.flush();
            return exit;
        } finally {
            interruption.close();
        }
    }

    private void explain(Waiting waiting, boolean leaving, PrintWriter err) {
        if (surroundings.terminal()) {
            waiting.explain(leaving, err);
        }
    }

    private int inside(Workspace open, Work work) throws Exception {
        try (Session session = open.session(Subject.local(), Policy.allowAll())) {
            CancelSignal.Registration registration = surroundings.cancel().onCancel(session::close);
            try {
                return work.run(open, session);
            } finally {
                registration.close();
            }
        }
    }

    /** Opens a workspace for a window, which forwards nothing: it waits a while for a command that holds it. */
    static Workspace openForWindow(Path workspace, Hosting hosting) {
        Waiting waiting = new Waiting();
        while (true) {
            Optional<Workspace> opened = waiting.open(workspace, hosting);
            if (opened.isPresent()) {
                return opened.get();
            }
            Caller caller = Hosting.caller(workspace, ProductVersion.get());
            boolean stays = caller.holder().map(Holder::window).orElse(false);
            waiting.again(caller.process(), stays ? 0 : WINDOW_PATIENCE_NANOS);
        }
    }

    /** Tries again and again, but not for ever: patience ends with the same holder. */
    private static final class Waiting {
        private String process = "";
        private boolean explained;
        private long since = System.nanoTime();
        private AnalyticsException refusal =
                new AnalyticsException(ErrorCode.WORKSPACE_LOCKED, TEXTS.get("entrance.use"));

        /** Empty where another process holds it. */
        Optional<Workspace> open(Path workspace, Hosting hosting) {
            try {
                return Optional.of(Workspace.open(workspace, Product.options(), hosting));
            } catch (AnalyticsException e) {
                if (e.code() != ErrorCode.WORKSPACE_LOCKED) {
                    throw e;
                }
                refusal = e;
                return Optional.empty();
            }
        }

        void explain(boolean leaving, PrintWriter err) {
            if (!explained && System.nanoTime() - since > UNEXPLAINED_NANOS) {
                explained = true;
                err.println(TEXTS.get(leaving ? "entrance.leaving" : "entrance.silent", process));
            }
        }

        /** Waits for a moment, or throws the last refusal if it waited long enough for this holder. */
        void again(String holder, long patienceNanos) {
            again(holder, patienceNanos, refusal);
        }

        /** The same with what to throw. */
        void again(String holder, long patienceNanos, AnalyticsException last) {
            if (!holder.equals(process)) {
                process = holder;
                since = System.nanoTime();
            }
            if (System.nanoTime() - since > patienceNanos) {
                throw last;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("entrance.cancelled"), e);
            }
        }
    }
}
