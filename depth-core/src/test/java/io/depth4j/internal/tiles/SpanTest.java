package io.depth4j.internal.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SpanTest {

    @Property
    void stretchesCoverAllAndOverlapAsAsked(
            @ForAll @IntRange(min = 1, max = 20_000) int total,
            @ForAll @IntRange(min = 16, max = 2048) int side,
            @ForAll @IntRange(min = 1, max = 8) int sixteenths) {
        int overlap = Math.max(1, side * sixteenths / 16);

        List<Span> spans = Span.cover(total, side, overlap);

        assertThat(spans.get(0).start()).isZero();
        assertThat(spans.get(0).joint()).isZero();
        assertThat(spans.get(spans.size() - 1).end()).isEqualTo(total);
        for (int i = 1; i < spans.size(); i++) {
            Span before = spans.get(i - 1);
            Span span = spans.get(i);
            assertThat(span.length()).isEqualTo(side);
            assertThat(span.start()).isGreaterThan(before.start());
            assertThat(span.joint()).isEqualTo(before.end() - span.start()).isGreaterThanOrEqualTo(overlap);
        }
        int fewest = total <= side ? 1 : (int) Math.ceil((double) (total - overlap) / (side - overlap));
        assertThat(spans).hasSize(fewest);
    }

    @Property
    void aStretchFadesInOverItsJoint(@ForAll @IntRange(min = 1, max = 500) int joint) {
        Span span = new Span(10, 1000, joint);

        assertThat(span.share(0)).isBetween(0f, 0.5f);
        for (int place = 1; place < joint; place++) {
            assertThat(span.share(place)).isGreaterThanOrEqualTo(span.share(place - 1));
            assertThat(span.share(place) + span.share(joint - 1 - place)).isBetween(0.99999f, 1.00001f);
        }
        assertThat(span.share(joint)).isEqualTo(1);
    }
}
