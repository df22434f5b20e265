package org.clientele.platform.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.CancelSignal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * What every command shares that works on a workspace: it runs there, in this process or in the one that holds the
 * workspace. So it takes paths, cancelling and the terminal from its {@link Surroundings}.
 */
abstract class WorkspaceCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandLineTool root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "${bundle:option.help}")
    boolean help;

    @Override
    public final Integer call() throws Exception {
        return new Entrance(root, spec.name(), root.arguments(), endless()).enter(out(), err(), this::run);
    }

    /** Whether it only ends when somebody stops it. */
    boolean endless() {
        return false;
    }

    /** Does the work and gives the exit code. */
    abstract int run(Workspace workspace, Session session) throws Exception;

    /** Is cancelled when nobody waits for this command any more. */
    final CancelSignal cancel() {
        return root.surroundings().cancel();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
