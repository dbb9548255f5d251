package io.depth4j.examples.cli;

import picocli.CommandLine.Command;

/** The names, and what each is good for. */
@Command(
        name = "list",
        description = "List the colormaps and what each is good for. A name with _r at its end is the map reversed.",
        footer = {"", "Examples:", "  depth colormaps list --color-blind-safe", "  depth colormaps list --json"})
final class ColormapsList extends ColormapsListing {}
