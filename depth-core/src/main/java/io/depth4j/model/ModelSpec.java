package io.depth4j.model;

import java.util.Objects;

/**
 * All that a network needs and means.
 *
 * @param id a short name in lower case
 * @param title a name to show
 * @param input what it wants to see
 * @param output what its numbers mean
 * @param license of its weights
 * @param file of its weights
 * @param verified whether these very weights ran here and gave what their authors' code gives
 */
public record ModelSpec(
        String id,
        String title,
        ModelInput input,
        ModelOutput output,
        ModelLicense license,
        ModelFile file,
        boolean verified) {

    public ModelSpec {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(license, "license");
        Objects.requireNonNull(file, "file");
        if (!id.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException(
                    "id has lower-case letters, digits, dots and hyphens, found '" + id + "'");
        }
    }
}
