package io.depth4j.model;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a file a server sends.
 *
 * @param first the index of the first byte
 * @param total the length of the whole file, if the server says it
 */
record ContentRange(long first, OptionalLong total) {

    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    static Optional<ContentRange> of(HttpHeaders headers) {
        return headers.firstValue("Content-Range")
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(found -> new ContentRange(Long.parseLong(found.group(1)), length(found.group(2))));
    }

    private static OptionalLong length(String text) {
        return text.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
