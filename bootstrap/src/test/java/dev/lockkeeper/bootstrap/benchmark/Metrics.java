package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.e2e.Client;
import java.util.List;
import java.util.regex.Pattern;

/** What a service says of itself. */
record Metrics(Client client) {

    private static final String HEAP = "jvm_memory_used_bytes\\{area=\"heap\".*";
    private static final String NOT_KNOWN = "lockkeeper_decisions_total\\{.*reason_code=\"not_known\".*";
    private static final String REFUSED = "http_server_requests_seconds_count\\{.*status=\"[345].*";

    /** The bytes of the heap that are in use. */
    long heap() {
        return sum(HEAP);
    }

    /** How many decisions could not be made. */
    long notKnown() {
        return sum(NOT_KNOWN);
    }

    /** What was answered but successes, by route and status. */
    List<String> refused() {
        return lines(REFUSED);
    }

    private long sum(String series) {
        return lines(series).stream()
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private List<String> lines(String series) {
        return client.get("/prometheus")
                .body()
                .lines()
                .filter(Pattern.compile(series).asMatchPredicate())
                .toList();
    }
}
