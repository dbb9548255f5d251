package io.depth4j.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutputNamesTest {

    @Test
    void theEndingIsExchangedAndFoldersStay() {
        assertThat(OutputNames.of(List.of("a.jpg", "b/c.d/e", "b/.f", "g.tar.gz"), ".pfm"))
                .containsExactly("a.pfm", "b/c.d/e.pfm", "b/.f.pfm", "g.tar.pfm");
    }

    @Test
    void whatWouldBeNamedAlikeKeepsItsEnding() {
        assertThat(OutputNames.of(List.of("a.jpg", "a.png", "b.jpg"), ".pfm"))
                .containsExactly("a.jpg.pfm", "a.png.pfm", "b.pfm");
        assertThat(OutputNames.of(List.of("A.jpg", "a.png"), ".pfm")).containsExactly("A.jpg.pfm", "a.png.pfm");
    }

    @Test
    void whatIsStillAlikeIsCounted() {
        assertThat(OutputNames.of(List.of("a.jpg", "a.jpg", "a.jpg"), ".pfm"))
                .containsExactly("a.jpg.pfm", "a.jpg-2.pfm", "a.jpg-3.pfm");
        assertThat(OutputNames.of(List.of("a.jpg", "a.jpg", "a.jpg-2.png"), ".pfm"))
                .doesNotHaveDuplicates();
        assertThat(OutputNames.of(List.of("a.jpg", "a.png", "a.jpg.gif"), ".pfm"))
                .doesNotHaveDuplicates()
                .contains("a.jpg.pfm");
    }

    @Test
    void lettersThatFileSystemsRefuseAreExchanged() {
        assertThat(OutputNames.of(List.of("a:b?.jpg", "c\u0007/d. /e.jpg"), ".pfm"))
                .containsExactly("a_b_.pfm", "c_/d._/e.pfm");
    }
}
