package io.depth4j;

/** Weights whose licence restricts their use, and nobody has accepted it. */
public final class LicenseException extends DepthException {

    private static final long serialVersionUID = 1L;

    public LicenseException(String message) {
        super(message);
    }
}
