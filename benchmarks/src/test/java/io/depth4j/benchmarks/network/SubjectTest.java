package io.depth4j.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.benchmarks.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectTest {

    @TempDir
    Path folder;

    @Test
    void handsAChildAllThatWasGiven() throws IOException {
        String photo = Files.createFile(folder.resolve("a.jpg")).toString();
        String network = Files.createFile(folder.resolve("b.onnx")).toString();

        Subject subject = Subject.parse("--network", network, "--photo", photo);

        assertThat(subject.photo()).contains(Path.of(photo));
        assertThat(subject.network()).contains(Path.of(network));
        assertThat(Subject.parse(subject.forChild().toArray(String[]::new))).isEqualTo(subject);
    }

    @Test
    void takesTheMadePhotoOnlyWhereNoneWasGiven() throws IOException {
        Path given = Files.createFile(folder.resolve("given.jpg"));
        Path made = folder.resolve("made.jpg");

        assertThat(Subject.parse().orPhoto(made).requiredPhoto()).isEqualTo(made);
        assertThat(Subject.parse("--photo", given.toString()).orPhoto(made).requiredPhoto())
                .isEqualTo(given);
    }

    @Test
    void readsTheGivenNetwork() throws IOException {
        Path network = Files.write(folder.resolve("b.onnx"), new byte[] {1, 2, 3});

        Subject subject = Subject.parse("--network", network.toString());

        assertThat(subject.content()).containsExactly(1, 2, 3);
        assertThat(subject.networkName()).isEqualTo("b.onnx");
    }

    @Test
    void saysWhatItExpectedAndWhatItFound() {
        assertThatThrownBy(() -> Subject.parse("--foto", "x"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected one of [--network, --photo] or --help, found '--foto'");
        assertThatThrownBy(() -> Subject.parse("--photo", "nowhere.jpg"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected the file of a photo after --photo, found 'nowhere.jpg'");
        assertThatThrownBy(() -> Subject.parse("--network", folder.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected the file of a network after --network, found '" + folder + "'");
    }
}
