package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.frames.StoreCommit;
import io.depth4j.tiledb.Catalog.Draft;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A catalog whose files cannot be read now and then, as with too many open files or on a network. */
class CatalogTest {

    private final Fragile files = new Fragile();

    private static final class Fragile implements CatalogFolder {

        private final Map<String, byte[]> contents = new TreeMap<>();
        private boolean unreadable;

        @Override
        public boolean exists(String name) {
            return contents.containsKey(name);
        }

        @Override
        public String told(String name) {
            return name;
        }

        @Override
        public byte[] read(String name) {
            if (unreadable) {
                throw new StoreException(name + " cannot be read now");
            }
            return contents.get(name);
        }

        @Override
        public void write(String name, byte[] content) {
            contents.put(name, content);
        }

        @Override
        public void delete(String name) {
            contents.remove(name);
        }

        @Override
        public <T> T alone(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @BeforeEach
    void create() {
        Catalog.create(files);
    }

    private Catalog open() {
        return new Catalog(files, InstantSource.system());
    }

    private static long note(Catalog catalog) {
        Draft draft = new Draft(
                StoreCommit.Kind.NOTE, OptionalLong.empty(), 0, 0, Map.of("a", "b"), time -> new Change.None());
        return catalog.publish(latest -> Optional.of(draft)).orElseThrow().number();
    }

    @Test
    void aCommitIsAcknowledgedOnceItsFileIsThereAlsoIfNothingCanBeReadThen() {
        Catalog catalog = open();
        files.unreadable = true;
        assertThat(note(catalog)).isEqualTo(1);
        assertThat(catalog.now().number()).isEqualTo(1);
        files.unreadable = false;
        assertThat(note(catalog)).isEqualTo(2);
        assertThat(catalog.log(Long.MAX_VALUE, 10)).isEqualTo(open().log(Long.MAX_VALUE, 10));
    }

    @Test
    void aHeadThatCouldNotBeReadIsNotPassedOver() {
        Catalog late = open();
        Catalog other = open();
        for (int i = 0; i < 5; i++) {
            note(other);
        }
        other.forget(Instant.MAX);

        files.unreadable = true;
        assertThatThrownBy(() -> note(late)).isInstanceOf(StoreException.class);
        files.unreadable = false;

        assertThat(note(late)).isEqualTo(6);
        assertThat(open().now().number()).isEqualTo(6);
    }
}
