package dev.lockkeeper.adapter.rest.page;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record PageResponse<T>(List<T> items, @Nullable String nextCursor) {}
