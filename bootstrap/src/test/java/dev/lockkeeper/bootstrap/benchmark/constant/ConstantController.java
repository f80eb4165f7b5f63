package dev.lockkeeper.bootstrap.benchmark.constant;

import dev.lockkeeper.adapter.rest.identity.OpenToAll;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The same JSON each time, of so many bytes: the least that an answer of that size takes, on the event loop. */
@Controller("/access/v1/constant/{size}")
@Produces("application/json")
final class ConstantController {

    private static final String BEGIN = "{\"constant\":\"";
    private static final String END = "\"}";

    private final Map<Integer, byte[]> bodies = new ConcurrentHashMap<>();

    @Get
    @OpenToAll
    byte[] answer(int size) {
        return bodies.computeIfAbsent(size, ConstantController::body);
    }

    /** The same for callers that are let through as those are that ask for decisions. */
    @Get("/scoped")
    @RequiresScope("lockkeeper.decisions")
    byte[] answerToCallers(int size) {
        return answer(size);
    }

    private static byte[] body(int size) {
        String padding = ".".repeat(size - BEGIN.length() - END.length());
        return (BEGIN + padding + END).getBytes(StandardCharsets.US_ASCII);
    }
}
