package org.clientele.platform.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts Clientele. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the program with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = CommandLineTool.run(args, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
