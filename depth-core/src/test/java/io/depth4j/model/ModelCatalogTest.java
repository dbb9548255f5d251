package io.depth4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specs that come with the library. */
class ModelCatalogTest {

    static Stream<ModelSpec> specs() {
        return ModelCatalog.all().stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aSpecSurvivesJson(ModelSpec spec) {
        assertThat(ModelSpecJson.read(ModelSpecJson.write(spec))).isEqualTo(spec);
        assertThat(ModelCatalog.named(spec.id())).isEqualTo(spec);
    }

    @Test
    void everyFamilyIsThere() {
        for (String id : List.of(
                "fastdepth-nyu",
                "depth-anything-3-mono-large",
                "depth-anything-3-metric-large",
                "video-depth-anything-small",
                "midas-v2.1-small",
                "dpt-hybrid",
                "dpt-large",
                "zoedepth-nyu-kitti",
                "glpn-nyu",
                "metric3d-v2-small",
                "moge-2-vitl-normal",
                "depth-pro",
                "resnet50-bottleneck-224")) {
            assertThat(ModelCatalog.named(id).id()).isEqualTo(id);
        }
        for (String size : List.of("small", "base", "large")) {
            for (String domain : List.of("", "metric-indoor-", "metric-outdoor-")) {
                ModelSpec original = ModelCatalog.named("depth-anything-v2-" + domain + size);
                ModelSpec huggingFace = ModelCatalog.named("depth-anything-v2-" + domain + size + "-hf");
                assertThat(original.output().valid())
                        .isEqualTo(huggingFace.output().valid());
                assertThat(original.license()).isEqualTo(huggingFace.license());
            }
        }
    }

    @Test
    void onlyWeightsWithoutStringsAreFree() {
        assertThat(specs().filter(spec -> spec.license().use() == ModelLicense.Use.FREE)
                        .map(spec -> spec.license().name()))
                .containsOnly("MIT", "Apache-2.0");
        assertThat(specs().filter(spec -> spec.id().matches("depth-anything-v2-.*(base|large).*")))
                .isNotEmpty()
                .allMatch(spec -> spec.license().use() == ModelLicense.Use.RESTRICTED);
    }

    @Test
    void whatRanHereHasAKnownFile() {
        assertThat(specs().filter(ModelSpec::verified))
                .allMatch(spec ->
                        spec.file().sha256().isPresent() && spec.file().size().isPresent());
        assertThat(specs().flatMap(spec -> spec.file().source().stream()))
                .isNotEmpty()
                .allMatch(source -> source.getScheme().equals("https"));
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> ModelCatalog.named("deepest"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContainingAll("'deepest'", "depth-anything-v2-small", "fastdepth-nyu");
    }
}
