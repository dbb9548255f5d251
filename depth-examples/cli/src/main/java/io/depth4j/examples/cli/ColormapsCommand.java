package io.depth4j.examples.cli;

import picocli.CommandLine.Command;

/** Colormaps: alone it lists them. */
@Command(
        name = "colormaps",
        description = "Colormaps. Without a command: list them.",
        footer = {"", "Examples:", "  depth colormaps --kind diverging", "  depth colormaps preview turbo -o turbo.png"
        })
final class ColormapsCommand extends ColormapsListing {}
