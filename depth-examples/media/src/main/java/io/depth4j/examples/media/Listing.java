package io.depth4j.examples.media;

import java.util.ArrayList;
import java.util.List;

/** What has been found so far. */
final class Listing {

    final List<MediaItem> items = new ArrayList<>();
    final List<PassedOver> passedOver = new ArrayList<>();

    void passOver(String origin, String reason) {
        passedOver.add(new PassedOver(origin, reason));
    }
}
