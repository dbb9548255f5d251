package io.depth4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.UnavailableException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchAddressTest {

    private static final StoreOptions OPTIONS = StoreOptions.defaults();

    private static ModelFile from(String source) {
        return ModelFile.named("net.onnx").withSource(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://models.example/net.onnx",
                "HTTPS://models.example/net.onnx",
                "http://localhost:8080/net.onnx",
                "http://127.0.0.1/net.onnx",
                "http://127.1.2.3/net.onnx",
                "http://[::1]:80/net.onnx"
            })
    void encryptedAndLocalAddressesAreUsed(String source) {
        assertThat(FetchAddress.of(from(source), OPTIONS)).contains(URI.create(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://models.example/net.onnx",
                "http://127.0.0.1.models.example/net.onnx",
                "http://localhost.models.example/net.onnx",
                "http://localhost@models.example/net.onnx",
                "ftp://localhost/net.onnx",
                "file:///net.onnx",
                "https:///net.onnx",
                "net.onnx",
                "mailto:someone"
            })
    void othersAreRefused(String source) {
        assertThatThrownBy(() -> FetchAddress.of(from(source), OPTIONS))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("over HTTPS");
    }

    @Test
    void aMirrorHasFilesOfAnyName() {
        assertThat(FetchAddress.of(
                        ModelFile.named("my net #1+é.onnx"),
                        OPTIONS.withMirror(URI.create("https://mirror.example/models/"))))
                .contains(URI.create("https://mirror.example/models/my%20net%20%231%2B%C3%A9.onnx"));
    }

    @Test
    void plainHttpIsUsedWhereItIsAllowed() {
        assertThat(FetchAddress.of(from("http://models.example/a"), OPTIONS.withPlainHttp()))
                .contains(URI.create("http://models.example/a"));
        assertThatThrownBy(() -> FetchAddress.of(from("ftp://models.example/a"), OPTIONS.withPlainHttp()))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aMirrorIsHeldToTheSameRule() {
        assertThatThrownBy(() -> FetchAddress.of(
                        from("https://models.example/a"), OPTIONS.withMirror(URI.create("http://mirror.example"))))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aRedirectNeverLeavesHttps() {
        URI from = URI.create("https://models.example/a/b");

        assertThat(FetchAddress.redirected(from, "../c?d", false)).isEqualTo(URI.create("https://models.example/c?d"));
        assertThat(FetchAddress.redirected(from, "//other.example/c", false))
                .isEqualTo(URI.create("https://other.example/c"));
        assertThatThrownBy(() -> FetchAddress.redirected(from, "http://localhost/c", true))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("from HTTPS to http://localhost/c");
    }

    @Test
    void whatIsShownHasNoSecrets() {
        assertThat(FetchAddress.shown(URI.create("https://me:word@models.example:8443/a/b?key=secret#c")))
                .isEqualTo("https://models.example:8443/a/b");
    }
}
