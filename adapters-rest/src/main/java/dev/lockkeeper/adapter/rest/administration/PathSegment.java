package dev.lockkeeper.adapter.rest.administration;

import io.micronaut.http.HttpRequest;
import java.net.URI;

/** A segment of a path as RFC 3986 has it: a plus sign is one, where the framework takes it for a blank. */
final class PathSegment {

    private PathSegment() {}

    /** The last one, decoded; a slash at the end makes no difference. */
    static String last(HttpRequest<?> request) {
        String path = request.getUri().getRawPath();
        String raw = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return URI.create(raw.substring(raw.lastIndexOf('/'))).getPath().substring(1);
    }
}
