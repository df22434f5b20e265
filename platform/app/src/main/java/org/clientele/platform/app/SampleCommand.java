package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import org.clientele.platform.runtime.LoadReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.sdk.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sample}: fills the workspace with the generated retailer. */
@Command(name = "sample", description = "Fill the workspace with a generated sample retailer.")
final class SampleCommand extends WorkspaceCommand {
    @Option(names = "--customers", paramLabel = "N", description = "How many customers. Default: ${DEFAULT-VALUE}.")
    int customers = SampleOptions.DEFAULT_CUSTOMERS;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same rows. Default: ${DEFAULT-VALUE}.")
    long seed = SampleOptions.DEFAULT_SEED;

    @Option(names = "--faultless", description = "Leave out the planted faults of quality.")
    boolean faultless;

    @Option(
            names = "--truths",
            paramLabel = "FILE.json",
            description = "Write what was planted to this file too; the workspace keeps it in " + SampleLoad.TRUTHS_FILE
                    + ".")
    @Nullable
    Path truths;

    @Override
    int run(Workspace workspace, Session session) {
        SampleOptions options = new SampleOptions(customers, seed, faultless);
        Path copy = truths == null ? null : truths.toAbsolutePath().normalize();
        LoadReply reply = SampleLoad.into(session, options, copy, Progress.NONE, cancel());
        Path kept = copy == null ? workspace.directory().resolve(SampleLoad.TRUTHS_FILE) : copy;
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            reply.rowsByTable().forEach(o.putObject("rows")::put);
            o.put("customers", customers).put("seed", seed).put("faultless", faultless);
            o.put("truths", kept.toString()).put("seconds", reply.seconds());
            Json.write(out(), o);
            return ExitCode.DONE;
        }
        out().println(
                        reply.alreadyThere()
                                ? "The sample of " + customers + " customers is in the workspace already."
                                : String.format(
                                        Locale.ENGLISH,
                                        "Filled the workspace with the sample retailer in %.1f seconds:",
                                        reply.seconds()));
        reply.rowsByTable()
                .forEach((table, rows) -> out().println(String.format(Locale.ENGLISH, "  %-20s %,12d", table, rows)));
        out().println("What was planted in it is in " + kept + ".");
        return ExitCode.DONE;
    }
}
