package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.error.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a body asks for, or what is wrong with it: one of the two is null.
 *
 * @param fault a problem's detail
 */
record Parsed<T>(@Nullable T wanted, @Nullable String fault) {

    Parsed(@Nullable T wanted, @Nullable String fault) {
        if ((wanted == null) == (fault == null)) {
            throw new IllegalArgumentException("Either something is wanted or something is wrong");
        }
        this.wanted = wanted;
        this.fault = fault;
    }

    /** The answer to a body with which something is wrong. */
    HttpResponse<?> refusal() {
        if (fault == null) {
            throw new IllegalStateException("What could be read was refused");
        }
        return Problem.answer(HttpStatus.BAD_REQUEST, fault);
    }
}
