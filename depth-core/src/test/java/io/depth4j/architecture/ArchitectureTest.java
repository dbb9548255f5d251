package io.depth4j.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.depth4j.Offender;
import io.depth4j.internal.kernel.OffendingKernel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What each part of the library never does. */
class ArchitectureTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.depth4j");

    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importClasses(Offender.class, OffendingKernel.class);

    private static final String KERNELS = "io.depth4j.internal.kernel";

    private static final DescribedPredicate<JavaClass> INPUT_AND_OUTPUT = resideInAnyPackage(
                    "java.nio.file..", "java.nio.channels..", "java.net..", "java.awt..", "javax.imageio..")
            .or(resideInAPackage("java.io")
                    .and(not(assignableTo(Throwable.class)))
                    .and(not(type(java.io.Serializable.class))))
            .as("input and output");

    private static final DescribedPredicate<JavaClass> INCUBATOR_CLASSES = resideInAPackage(KERNELS)
            .and(simpleNameStartingWith("Vector").or(simpleNameStartingWith("Lanes")))
            .as("the kernels' Vector… and Lanes classes");

    /** Doors stand among values, and open what stands on those. */
    private static final Set<String> DOORS = Set.of(
            "io.depth4j.DepthEstimators",
            "io.depth4j.FrameResizers",
            "io.depth4j.frames.CsvIngest",
            "io.depth4j.frames.FrameRenderer",
            "io.depth4j.frames.IngestPipeline",
            "io.depth4j.frames.MemoryFrameStore");

    private static final DescribedPredicate<JavaClass> DOOR =
            DescribedPredicate.describe("a door", found -> DOORS.contains(topLevel(found)));

    private static String topLevel(JavaClass found) {
        return found.getName().replaceFirst("\\$.*", "");
    }

    /** Packages, each door apart from the values it stands among. */
    private static final SliceAssignment ROOMS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass found) {
            return SliceIdentifier.of(DOOR.test(found) ? topLevel(found) : found.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages and doors";
        }
    };

    static final List<ArchRule> RULES = List.of(
            slices().assignedFrom(ROOMS).should().beFreeOfCycles(),
            noClasses()
                    .that()
                    .resideInAPackage("io.depth4j")
                    .and(not(DOOR))
                    .should()
                    .dependOnClassesThat(INPUT_AND_OUTPUT)
                    .because("values are values; files are read and written in io.depth4j.io"),
            classes()
                    .that()
                    .resideInAPackage("io.depth4j")
                    .and(not(DOOR))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.depth4j",
                            "io.depth4j.internal",
                            "io.depth4j.internal.draw",
                            KERNELS,
                            "java..",
                            "org.jspecify.annotations")
                    .because("values know no engine and nothing that stands on them"),
            classes()
                    .that()
                    .resideInAPackage(KERNELS)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                                    KERNELS, "java.lang..", "java.util..", "org.slf4j", "org.jspecify.annotations")
                            .or(resideInAPackage("jdk.incubator.vector"))
                            .or(type(java.nio.ByteOrder.class))
                            .or(resideInAPackage("com.sun.management"))
                            .or(type(io.depth4j.internal.Pool.class)))
                    .because("kernels are loops over primitive arrays"),
            onlyIn("io.depth4j.model..", "java.net..")
                    .because("only a download that a caller asked for touches the network"),
            onlyIn("io.depth4j.internal.opencv..", "org.bytedeco.."),
            noClasses().should(ACCESS_STANDARD_STREAMS),
            noClasses()
                    .should()
                    .callMethodWhere(target(name("printStackTrace")))
                    .because("what is thrown reaches the caller, and is not printed on the way"),
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ThreadLocal.class)
                    .because("scratch comes from bounded pools"));

    /** Rules about libraries that the tests do not have at hand to break them with. */
    static final List<ArchRule> MORE_RULES = List.of(
            onlyIn("io.depth4j.internal.onnx..", "ai.onnxruntime.."),
            onlyIn("io.depth4j.internal.csv..", "org.apache.commons.csv.."),
            onlyIn("io.depth4j.tiledb..", "io.tiledb.."),
            noClasses()
                    .that(not(INCUBATOR_CLASSES))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jdk.incubator.vector")
                    .because("everything else must load without the incubator module"));

    private static ArchRule onlyIn(String owner, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    @ParameterizedTest
    @FieldSource({"RULES", "MORE_RULES"})
    void theLibraryKeeps(ArchRule rule) {
        rule.check(LIBRARY);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void anOffenderIsFoundBy(ArchRule rule) {
        assertThatThrownBy(() -> rule.allowEmptyShould(true).check(OFFENDERS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void useOfTheIncubatorModuleIsSeen() {
        assertThatThrownBy(() -> noClasses()
                        .that(INCUBATOR_CLASSES)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jdk.incubator.vector")
                        .check(LIBRARY))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyPackageIsNullMarked() {
        Stream<Package> packages =
                LIBRARY.stream().map(JavaClass::reflect).map(Class::getPackage).distinct();

        assertThat(packages).isNotEmpty().allMatch(found -> found.isAnnotationPresent(NullMarked.class));
    }
}
