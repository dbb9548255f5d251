package io.depth4j.model;

import io.depth4j.UnavailableException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Addresses that files may come from: HTTPS, or plain HTTP from this machine or where it is allowed. */
final class FetchAddress {

    private FetchAddress() {}

    /** Where the file is fetched, if anybody knows. */
    static Optional<URI> of(ModelFile file, StoreOptions options) {
        return options.mirror()
                .map(base -> mirrored(base, file))
                .or(file::source)
                .map(address -> require(address, options.plainHttp()));
    }

    private static URI mirrored(URI base, ModelFile file) {
        String text = base.toString();
        String root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return URI.create(root
                + file.source()
                        .filter(address -> !address.isOpaque())
                        .map(FetchAddress::pathAndQuery)
                        .orElseGet(() -> "/" + encoded(file.name())));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String pathAndQuery(URI source) {
        return source.getRawPath() + (source.getRawQuery() == null ? "" : "?" + source.getRawQuery());
    }

    /** Where a redirect leads, which is not to less safety. */
    static URI redirected(URI from, String location, boolean plainHttp) {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new UnavailableException(shown(from) + " redirects to '" + location + "', which is no address", e);
        }
        if (isHttps(from) && !isHttps(to)) {
            throw new UnavailableException(
                    shown(from) + " redirects from HTTPS to " + shown(to) + ", which is not followed");
        }
        return require(to, plainHttp);
    }

    private static URI require(URI address, boolean plainHttp) {
        boolean hasHost = address.getHost() != null;
        if (hasHost && isHttps(address)) {
            return address;
        }
        if (!hasHost || !"http".equals(scheme(address))) {
            throw new UnavailableException("Files are fetched over HTTPS, found the address " + shown(address));
        }
        if (!plainHttp && !isLoopback(address.getHost())) {
            throw new UnavailableException("Files are fetched over HTTPS, found the address " + shown(address)
                    + "; StoreOptions.withPlainHttp() allows it");
        }
        return address;
    }

    /** By name only: what a name server says does not make an address this machine's. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static boolean isHttps(URI address) {
        return "https".equals(scheme(address));
    }

    private static String scheme(URI address) {
        return Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Without the query, in which hosts hide keys, and without a user's name. */
    static String shown(URI address) {
        if (address.getHost() == null) {
            return "'" + address + "'";
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
    }
}
