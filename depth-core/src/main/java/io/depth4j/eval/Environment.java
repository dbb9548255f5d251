package io.depth4j.eval;

import io.depth4j.DepthRuntime;
import io.depth4j.ModelInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What ran, for whoever wants to run it again. */
final class Environment {

    private Environment() {}

    /** Names and what stands behind each, in the order in which they are told. */
    static Map<String, String> of(Optional<ModelInfo> model) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "depth4j",
                Objects.requireNonNullElse(
                        Environment.class.getPackage().getImplementationVersion(), "unknown, not run from a jar"));
        facts.put("kernels", DepthRuntime.kernels().toString());
        facts.put("java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        model.ifPresent(info -> {
            facts.put("model", info.title());
            facts.put("licence", info.licence());
            if (!info.sha256().isBlank()) {
                facts.put("sha256", info.sha256());
            }
            facts.put("engine", info.backend() + ", " + info.provider());
            info.fallback().ifPresent(reason -> facts.put("fallback", reason));
        });
        return facts;
    }
}
