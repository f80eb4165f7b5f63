package dev.lockkeeper.adapter.rest.request;

import dev.lockkeeper.adapter.rest.answer.RequestId;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives every request an id, taken from {@value RequestId#HEADER} or made up, which its log lines carry and its answer repeats;
 * and writes one line about it to the access log. Neither holds a token, a query string or a body.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTrace {

    private static final Logger ACCESS = LoggerFactory.getLogger("dev.lockkeeper.access");
    private static final String MDC_KEY = "request_id";
    private static final String ID_ATTRIBUTE = "lockkeeper.request.id";
    private static final String START_ATTRIBUTE = "lockkeeper.request.start";

    private static final int LONGEST_LOGGED_PATH = 200;

    /**
     * The id in the log lines of whatever thread is at work for the request. Micronaut's own element for this copies the whole
     * map of what is logged twice for each turn of a thread.
     */
    record LoggedId(String id) implements ThreadPropagatedContextElement<@Nullable String> {

        @Override
        public @Nullable String updateThreadContext() {
            String before = MDC.get(MDC_KEY);
            MDC.put(MDC_KEY, id);
            return before;
        }

        @Override
        public void restoreThreadContext(@Nullable String before) {
            if (before == null) {
                MDC.remove(MDC_KEY);
            } else {
                MDC.put(MDC_KEY, before);
            }
        }
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        String id = RequestId.of(request.getHeaders().get(RequestId.HEADER));
        request.setAttribute(ID_ATTRIBUTE, id);
        request.setAttribute(START_ATTRIBUTE, System.nanoTime());
        context.add(new LoggedId(RequestId.logged(id)));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String id = request.getAttribute(ID_ATTRIBUTE, String.class).orElse("-");
        long start = request.getAttribute(START_ATTRIBUTE, Long.class).orElseGet(System::nanoTime);
        response.getHeaders().set(RequestId.HEADER, id);
        if (ACCESS.isInfoEnabled()) {
            try (var _ = MDC.putCloseable(MDC_KEY, RequestId.logged(id))) {
                ACCESS.info(
                        "{} {} {} {}us",
                        request.getMethodName(),
                        shortened(request.getPath()),
                        response.code(),
                        (System.nanoTime() - start) / 1000);
            }
        }
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_LOGGED_PATH ? path : path.substring(0, LONGEST_LOGGED_PATH) + "…";
    }
}
