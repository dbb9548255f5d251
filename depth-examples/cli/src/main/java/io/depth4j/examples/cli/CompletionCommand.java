package io.depth4j.examples.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The script that lets a shell finish half-typed commands. */
@Command(
        name = CompletionCommand.NAME,
        description = "Print the script that lets bash or zsh complete the words of depth.",
        footer = {"", "Examples:", "  depth completion", "", "In ~/.bashrc or ~/.zshrc: source <(depth completion)"})
final class CompletionCommand extends Task {

    /** It alone needs all other commands. */
    static final String NAME = "completion";

    @Spec
    private CommandSpec self;

    @Override
    int run(Console console) {
        console.out().print(AutoComplete.bash("depth", self.root().commandLine()));
        return ExitCode.DONE;
    }
}
