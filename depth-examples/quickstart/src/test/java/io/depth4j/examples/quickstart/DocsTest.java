package io.depth4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The documents say what runs: a block of Java is a region of a test or of a quickstart program, named by a comment above it
 * ({@code <!-- region: path/File.java#name -->}), and a block of shell names only what the project has.
 */
class DocsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern FENCED = Pattern.compile("(?m)^(.*)\n```(\\w*)\n((?s:.*?))^```$");
    private static final Pattern NAMED = Pattern.compile("<!-- region: (\\S+)#(\\S+) -->");
    private static final String RUNS =
            ".*/src/test/java/.*Test\\.java|depth-examples/quickstart/src/main/java/.*\\.java";
    private static final Set<String> PHASES = Set.of("clean", "compile", "test", "package", "verify", "install");

    /** A fenced block with the line above it. */
    record Block(Path document, String above, String language, String text) {
        @Override
        public String toString() {
            return ROOT.relativize(document) + ": " + text.lines().findFirst().orElse("(empty)");
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aBlockOfJavaIsARegionOfWhatRuns(Block block) throws IOException {
        Matcher named = NAMED.matcher(block.above);
        assertThat(named.matches())
                .as("expected <!-- region: path/File.java#name --> above the block, found '%s'", block.above)
                .isTrue();
        assertThat(named.group(1)).matches(RUNS);

        String source = Files.readString(ROOT.resolve(named.group(1)));
        Matcher region = Pattern.compile("(?m)^ *// region: " + named.group(2) + "\n((?s:.*?))^ *// endregion$")
                .matcher(source);
        assertThat(region.find())
                .as("%s has a region %s", named.group(1), named.group(2))
                .isTrue();
        assertThat(block.text).isEqualTo(region.group(1).stripTrailing().stripIndent() + "\n");
    }

    @ParameterizedTest
    @MethodSource("shell")
    void aBlockOfShellNamesOnlyWhatThereIs(Block block) throws IOException {
        String command = block.text.replaceAll("(?m)(^| )#.*", "").replace("\\\n", " ");
        for (String line : command.split("\n|&&")) {
            if (line.isBlank()) {
                continue;
            }
            List<String> words = List.of(line.strip().split("\\s+"));
            switch (words.get(0)) {
                case "git", "cd" -> {}
                case "mvn" -> assertMaven(words.subList(1, words.size()));
                case "java" -> assertJava(words.subList(1, words.size()));
                default -> assertThat(ROOT.resolve(words.get(0))).isExecutable();
            }
        }
    }

    private static void assertMaven(List<String> words) throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        boolean modules = false;
        for (String word : words) {
            if (modules) {
                assertThat(word.split(",")).allMatch(module -> Files.exists(ROOT.resolve(module + "/pom.xml")), word);
            } else if (word.startsWith("-P")) {
                assertThat(pom).contains("<id>" + word.substring(2) + "</id>");
            } else if (!word.startsWith("-")) {
                assertThat(word).matches(goal -> PHASES.contains(goal) || goal.startsWith("spotless:"), "a phase");
            }
            modules = word.equals("-pl");
        }
    }

    private static void assertJava(List<String> words) throws IOException {
        for (String word : words) {
            if (word.contains("/target/")) {
                assertThat(ROOT.resolve(word.substring(0, word.indexOf("/target/")))
                                .resolve("pom.xml"))
                        .exists();
            } else if (word.startsWith("io.depth4j.")) {
                String source = word.substring(word.indexOf('/') + 1).replace('.', '/') + ".java";
                try (Stream<Path> files = Files.walk(ROOT)) {
                    assertThat(files).as(source).anyMatch(file -> file.endsWith(Path.of("src/main/java", source)));
                }
            }
        }
    }

    static List<Block> java() throws IOException {
        return blocks("java");
    }

    static List<Block> shell() throws IOException {
        return blocks("sh");
    }

    private static List<Block> blocks(String language) throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        List<Block> found = new ArrayList<>();
        for (Path document : documents) {
            FENCED.matcher(Files.readString(document))
                    .results()
                    .map(match -> new Block(document, match.group(1), match.group(2), match.group(3)))
                    .filter(block -> block.language.equals(language))
                    .forEach(found::add);
        }
        return found;
    }
}
