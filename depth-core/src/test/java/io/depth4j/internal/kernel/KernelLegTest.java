package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.depth4j.DepthRuntime;
import io.depth4j.KernelInfo;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each leg of the build's matrix says which kernels it is there to test; a silent fallback would test others. */
@Tag("kernel")
@Tag("leg")
class KernelLegTest {

    private static final String EXPECTED = System.getProperty("depth4j.expectedKernels", "");

    @Test
    void runsTheKernelsThatThisLegIsThereFor() {
        assumeFalse(EXPECTED.isBlank(), "the build says what to expect by -Ddepth4j.expectedKernels");

        KernelInfo found = DepthRuntime.kernels();

        if (EXPECTED.equals("scalar")) {
            assertThat(found.name()).as("%s", found).isEqualTo("scalar");
            assertThat(found.vectorBits()).isZero();
        } else {
            assertThat(found.name()).as("%s", found).isEqualTo("vector");
            assertThat(found.vectorBits()).isEqualTo(Math.min(bitsAskedFor(), bitsOffered()));
        }
    }

    /** {@code vector256} asks for 256; {@code vector} for all there is. */
    private static int bitsAskedFor() {
        String bits = EXPECTED.substring("vector".length());
        return bits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bits);
    }

    /** The JVM lowers the flag to what the processor has, so a narrow machine passes the wide legs with what it has. */
    private static int bitsOffered() {
        String bytes = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxVectorSize")
                .getValue();
        return 8 * Integer.parseInt(bytes);
    }
}
