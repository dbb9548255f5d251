package io.depth4j.examples.cli;

import picocli.CommandLine.Command;

/** Networks: alone it lists them. */
@Command(
        name = "models",
        description = "Networks and their files. Without a command: list them.",
        footer = {"", "Examples:", "  depth models", "  depth models show depth-anything-v2-small"})
final class ModelsCommand extends ModelsListing {}
