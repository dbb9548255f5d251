package io.depth4j.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Images whose rows are known by their measured depth. */
@Command(
        name = "frames",
        description = {
            "Images whose rows are known by measured depth: tables in, rows and pictures out.",
            "A store is a folder, or s3://BUCKET/FOLDER; depth frames ingest makes it."
        },
        footer = {
            "",
            "Examples:",
            "  depth frames ingest --store wells hole.csv",
            "  depth frames render --store wells --image 1 -o hole.png"
        })
final class FramesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Expected a command, found none; depth frames --help lists them");
    }
}
