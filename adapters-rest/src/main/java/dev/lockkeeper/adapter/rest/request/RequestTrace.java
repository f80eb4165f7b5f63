package dev.lockkeeper.adapter.rest.request;

import dev.lockkeeper.adapter.rest.answer.RequestId;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
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

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        String id = RequestId.of(request.getHeaders().get(RequestId.HEADER));
        request.setAttribute(ID_ATTRIBUTE, id);
        request.setAttribute(START_ATTRIBUTE, System.nanoTime());
        context.add(new MdcPropagationContext(Map.of(MDC_KEY, RequestId.logged(id))));
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
