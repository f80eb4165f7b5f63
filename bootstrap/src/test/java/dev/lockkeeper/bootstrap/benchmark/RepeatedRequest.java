package dev.lockkeeper.bootstrap.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One request that is sent on many connections, as often as it is answered.
 *
 * @param what it is called
 * @param request with its head
 * @param each what one request counts for
 * @param mayBeUnavailable whether answers 503 are counted in any case
 */
record RepeatedRequest(String what, String request, int connections, int each, boolean mayBeUnavailable) {

    List<SameRequest> conversations() {
        return IntStream.range(0, connections)
                .mapToObj(_ -> new SameRequest(request))
                .toList();
    }
}
