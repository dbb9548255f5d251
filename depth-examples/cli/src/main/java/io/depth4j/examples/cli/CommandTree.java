package io.depth4j.examples.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands below {@code depth}, as far as a command line asks for them: each takes milliseconds to make, and a program that
 * starts Java twice makes it twice.
 */
final class CommandTree {

    private static final List<Class<?>> TOP = List.of(
            EstimateCommand.class,
            EvaluateCommand.class,
            ModelsCommand.class,
            ColormapsCommand.class,
            ResizeCommand.class,
            FramesCommand.class,
            DoctorCommand.class,
            CompletionCommand.class);

    private static final Map<Class<?>, List<Class<?>>> BELOW = Map.of(
            ModelsCommand.class,
            List.of(ModelsList.class, ModelsShow.class, ModelsFetch.class, ModelsVerify.class, ModelsLicenses.class),
            ColormapsCommand.class,
            List.of(ColormapsList.class, ColormapsPreview.class),
            FramesCommand.class,
            List.of(
                    FramesIngest.class,
                    FramesWatch.class,
                    FramesQuery.class,
                    FramesRender.class,
                    FramesImages.class,
                    FramesStats.class,
                    FramesLog.class,
                    FramesDelete.class,
                    FramesCompact.class,
                    FramesVerify.class));

    private final Set<String> words;
    private final boolean whole;

    private CommandTree(Set<String> words, boolean whole) {
        this.words = words;
        this.whole = whole;
    }

    /** All that these arguments may name; where they name none of some commands, those commands without what is below them. */
    static CommandLine of(DepthCommand depth, String... arguments) {
        Set<String> words = Set.copyOf(List.of(arguments));
        return new CommandTree(words, words.contains(CompletionCommand.NAME)).above(depth);
    }

    static CommandLine whole(DepthCommand depth) {
        return new CommandTree(Set.of(), true).above(depth);
    }

    private CommandLine above(DepthCommand depth) {
        CommandLine root = new CommandLine(depth);
        grow(root, TOP);
        return root;
    }

    private void grow(CommandLine parent, List<Class<?>> types) {
        List<Class<?>> named = types.stream().filter(this::isNamed).toList();
        for (Class<?> type : whole || named.isEmpty() ? types : named) {
            CommandLine child = new CommandLine(type);
            parent.addSubcommand(child);
            if (whole || !named.isEmpty()) {
                grow(child, BELOW.getOrDefault(type, List.of()));
            }
        }
    }

    private boolean isNamed(Class<?> type) {
        Command command = type.getAnnotation(Command.class);
        return words.contains(command.name())
                || List.of(command.aliases()).stream().anyMatch(words::contains);
    }
}
