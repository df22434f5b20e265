package org.clientele.platform.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What every command shares that works on a workspace: it opens it, and closes it whatever happens. */
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
            description = "Show this help.")
    boolean help;

    @Override
    public final Integer call() throws Exception {
        try (Workspace workspace = Workspace.open(root.workspacePath(), Product.options());
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            return run(workspace, session);
        }
    }

    /** Does the work and gives the exit code. */
    abstract int run(Workspace workspace, Session session) throws Exception;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
