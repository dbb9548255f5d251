package io.depth4j.examples.cli;

import picocli.CommandLine.Command;

/** All networks that the catalog knows. */
@Command(
        name = "list",
        description = "List the networks of the catalog: what they tell, their licence, whether their file is here.",
        footer = {"", "Examples:", "  depth models list", "  depth models list --json"})
final class ModelsList extends ModelsListing {}
