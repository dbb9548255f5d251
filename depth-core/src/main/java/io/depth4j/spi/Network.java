package io.depth4j.spi;

import io.depth4j.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A loaded network. Safe for concurrent use, but for {@link #close}, which the caller does when no run is in flight. */
public interface Network extends AutoCloseable {

    List<TensorInfo> inputs();

    List<TensorInfo> outputs();

    /** What the file says of itself. */
    Map<String, String> metadata();

    /** What it runs on, and, if that is not what was preferred, why. */
    ProviderInfo provider();

    /**
     * Runs the network once.
     *
     * @param outputs the names of those that are wanted
     * @param cancellation ends the run in flight
     * @throws io.depth4j.StoppedException if it was ended
     */
    Map<String, Tensor.Floats> run(Map<String, Tensor> inputs, Set<String> outputs, Cancellation cancellation);

    @Override
    void close();
}
